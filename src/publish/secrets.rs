//! Passwords and keys, from the environment and nowhere else, and how they are kept out of what is printed.

use super::trouble::Trouble;

/// Asks the environment for a variable; what is not set, or empty, is none.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What the environment says for one target. Never printed, so it has no `Debug`.
#[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "only servers ask for it"))]
pub struct Secrets {
    prefix: String,
    values: Vec<(&'static str, String)>,
    /// The folder of the person who runs this, where keys and known servers are.
    pub(super) home: Option<String>,
    /// Where the agent listens.
    pub(super) agent: Option<String>,
}

/// What may be asked for a target.
const NAMES: [&str; 7] =
    ["USER", "PASSWORD", "KEY", "PASSPHRASE", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"];

/// Of these nobody may read the value.
const HIDDEN: [&str; 5] = ["PASSWORD", "PASSPHRASE", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"];

impl Secrets {
    /// Those of a target: `GONGBAO_PORTAL_PASSWORD` for `portal`.
    pub fn of(target: &str, environment: Environment) -> Self {
        let prefix = format!("GONGBAO_{}_", target.to_ascii_uppercase().replace('-', "_"));
        let ask = |name: &str| environment(name).filter(|value| !value.is_empty());
        let values =
            NAMES.iter().filter_map(|name| Some((*name, ask(&format!("{prefix}{name}"))?))).collect();
        let home = ask("HOME").or_else(|| ask("USERPROFILE"));
        Secrets { values, home, agent: ask("SSH_AUTH_SOCK"), prefix }
    }

    /// A value, where it is set.
    #[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "only servers ask for it"))]
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The variable that holds it.
    #[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "only servers ask for it"))]
    pub(super) fn variable(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// A value that must be set.
    #[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "only servers ask for it"))]
    pub(super) fn needed(&self, name: &str) -> Result<&str, Trouble> {
        self.get(name).ok_or_else(|| {
            let variable = self.variable(name);
            Trouble::lasting(
                format!("没有设置环境变量 `{variable}`；密码、密钥只从环境变量读取，不写进文件"),
                format!(
                    "the environment variable `{variable}` is not set; secrets are read from the environment, never from files"
                ),
            )
        })
    }

    /// A text without any secret in it: neither as it is, nor as it travels in a header or an address.
    pub fn scrub(&self, text: &str) -> String {
        let mut text = text.to_string();
        for (_, value) in self.values.iter().filter(|(name, _)| HIDDEN.contains(name)) {
            for form in forms(value) {
                text = text.replace(&form, "***");
            }
        }
        // Basic authentication joins name and password, so neither is found in it by itself.
        let mut from = 0;
        while let Some(at) = text[from..].to_ascii_lowercase().find("basic ") {
            let start = from + at + 6;
            let length = text[start..].bytes().take_while(|byte| is_base64(*byte)).count();
            // Words of a sentence are no credentials.
            if length >= 8 {
                text.replace_range(start..start + length, "***");
            }
            from = start;
        }
        text
    }
}

/// A secret as it may be echoed: as it is, quoted as in Rust and JSON, percent-encoded, in base64.
fn forms(value: &str) -> Vec<String> {
    let quoted = format!("{value:?}");
    let encoded: String = value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let mut forms = vec![value.to_string(), quoted.trim_matches('"').to_string(), encoded];
    forms.extend((0..3).filter_map(|shift| base64_within(value.as_bytes(), shift)));
    forms.retain(|form| !form.is_empty());
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)
}

/// The letters of base64 that a secret alone decides when it begins at this place of a group of three:
/// those before and after depend on what stands beside it.
fn base64_within(bytes: &[u8], shift: usize) -> Option<String> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut padded = vec![0; shift];
    padded.extend(bytes);
    let whole = padded.len() / 3 * 3;
    let letters: String = padded[..whole]
        .chunks(3)
        .flat_map(|group| {
            let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
            [18, 12, 6, 0].map(|by| char::from(LETTERS[(bits >> by & 63) as usize]))
        })
        .collect();
    // The first letters hold bits of what stands before the secret.
    let own = letters.get([0, 2, 3][shift]..)?;
    (own.len() >= 4).then(|| own.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets() -> Secrets {
        Secrets::of("por-tal", &|name| {
            (name == "GONGBAO_POR_TAL_PASSWORD").then(|| "pä ss/\"wörd".to_string())
        })
    }

    #[test]
    fn a_secret_is_found_in_every_form_in_which_it_travels() {
        let secrets = secrets();
        let password = secrets.get("PASSWORD").unwrap();
        for echoed in [
            password.to_string(),
            format!("{password:?}"),
            "p%C3%A4%20ss%2F%22w%C3%B6rd".to_string(),
            "Basic dXNlcjpww6Qgc3MvIndkcsO2".to_string(),
        ] {
            let text = secrets.scrub(&format!("server said {echoed}!"));
            assert!(
                !text.contains(&echoed) && text.starts_with("server said") && text.ends_with('!'),
                "{text}"
            );
        }
        assert_eq!(secrets.scrub("nothing here"), "nothing here");
    }

    #[test]
    fn the_name_of_a_target_makes_that_of_its_variables() {
        assert!(secrets().needed("PASSWORD").is_ok());
        let missing = secrets().needed("KEY").unwrap_err();
        assert!(missing.words(crate::model::Language::English).contains("`GONGBAO_POR_TAL_KEY`"));
    }
}
