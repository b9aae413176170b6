//! A site that is published: two editions of it, the run, and what must then stand at the target.

use crate::harness::{Folder, Ran, TODAY, Tree, gongbao, tree};
use std::fs;
use std::path::Path;

/// The file at the target that says what was put there.
pub(crate) const RECORD: &str = "gongbao-published.json";

/// What no output may ever show.
pub(crate) const PASSWORD: &str = "Tr0ub4dor&3 柳";

/// A site with one target, and what the environment says of it.
pub(crate) struct Site {
    /// Its folder.
    pub(crate) folder: Folder,
    /// Names and values.
    pub(crate) environment: Vec<(String, String)>,
}

impl Site {
    /// The first edition: a policy that the second one lacks.
    pub(crate) fn new(target: &str) -> Self {
        let folder = Folder::small();
        let settings = fs::read_to_string(folder.at("content/site.yaml")).unwrap();
        folder.write("content/site.yaml", format!("{settings}\npublish:\n  here: {target}\n"));
        let text = "---\ntitle: 旧的方案\nissuer: 区政府办公室\nissued: 2024-01-01\npublished: 2024-01-02\n---\n\n一、总体\n\n办好。\n";
        folder.write("content/policies/old/policy.md", text);
        folder.build();
        Site { folder, environment: Vec::new() }
    }

    /// The second edition: another policy, no old one, and every page changed.
    pub(crate) fn change(&self) {
        let text = fs::read_to_string(self.folder.at("content/policies/old/policy.md")).unwrap();
        self.folder.write("content/policies/new/policy.md", text.replace("旧的", "新的"));
        fs::remove_dir_all(self.folder.at("content/policies/old")).unwrap();
        let settings = fs::read_to_string(self.folder.at("content/site.yaml")).unwrap();
        self.folder.write("content/site.yaml", format!("notice: 第二版\n{settings}"));
        self.folder.build();
    }

    /// Runs `gongbao publish` with nothing of the machine that tests.
    pub(crate) fn publish(&self, arguments: &[&str]) -> Ran {
        let root = self.folder.path().to_str().unwrap();
        let all = [&["--root", root, "--as-of", TODAY, "--lang", "en", "publish"], arguments].concat();
        let mut command = gongbao(&all);
        // Nothing of the machine that tests: no proxy, no keys, no agent.
        for name in [
            "http_proxy",
            "HTTP_PROXY",
            "https_proxy",
            "HTTPS_PROXY",
            "all_proxy",
            "ALL_PROXY",
            "SSH_AUTH_SOCK",
        ] {
            command.env_remove(name);
        }
        command.env("HOME", self.folder.path());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        let ran: Ran = command.output().unwrap().into();
        for text in [&ran.stdout, &ran.stderr] {
            assert!(!text.contains(PASSWORD), "a secret is shown:\n{text}");
        }
        ran
    }

    /// Publishes, and fails with what was said where that does not succeed.
    pub(crate) fn published(&self) -> String {
        let ran = self.publish(&[]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stderr
    }

    /// The target has what was built, and nothing else but the record and what is not ours.
    pub(crate) fn is_at(&self, place: &Path) {
        let mut there = ours(place);
        assert!(there.remove(RECORD).is_some(), "no record");
        there.remove("theirs.txt");
        let built = self.folder.output();
        assert_eq!(there.keys().collect::<Vec<_>>(), built.keys().collect::<Vec<_>>());
        assert!(there == built, "a file differs from what was built");
    }
}

/// The files of a target, without what the store keeps of its own.
pub(crate) fn ours(place: &Path) -> Tree {
    tree(place).into_iter().filter(|(path, _)| !path.split('/').any(|part| part.starts_with('.'))).collect()
}

/// A whole life of a target: first publication, nothing to do, a plan, a change, a foreign file that stays.
pub(crate) fn lives(site: &Site, place: &Path) {
    let said = site.published();
    assert!(said.contains("published to here") && said.contains(" 0 changed, 0 removed"), "{said}");
    site.is_at(place);
    assert!(site.published().contains("up to date"));
    fs::write(place.join("theirs.txt"), "theirs").unwrap();
    site.change();
    let before = tree(place);
    let plan = site.publish(&["--dry-run"]);
    assert_eq!(plan.code, 0, "{}", plan.stderr);
    for line in ["new     policies/new/index.html", "changed index.html", "removed policies/old/index.html"] {
        assert!(plan.stdout.contains(line), "no `{line}` in\n{}", plan.stdout);
    }
    assert!(tree(place) == before, "a plan has changed the target");
    site.published();
    site.is_at(place);
    assert_eq!(fs::read(place.join("theirs.txt")).unwrap(), b"theirs");
}
