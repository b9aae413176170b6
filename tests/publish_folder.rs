//! `gongbao publish` to a folder, and what is refused whatever the target is.

mod harness;
#[path = "publish/site.rs"]
mod site;

use harness::{Folder, tree};
use site::{RECORD, Site, lives, ours};
use std::fs;

fn to(folder: &Folder) -> Site {
    Site::new(&format!("{{ kind: folder, path: \"{}\" }}", folder.path().display()))
}

/// What a run that must fail said.
fn refused(site: &Site, arguments: &[&str]) -> String {
    let ran = site.publish(arguments);
    assert_eq!(ran.code, 2, "{}{}", ran.stdout, ran.stderr);
    ran.stderr
}

#[test]
fn a_folder_is_published_to() {
    let place = Folder::empty();
    lives(&to(&place), place.path());
    assert!(!place.at("policies/old").exists());
}

#[test]
fn a_first_publication_does_not_replace_what_others_put_there() {
    let place = Folder::empty();
    place.write("index.html", "theirs");
    let site = to(&place);
    let said = refused(&site, &[]);
    assert!(said.contains("`index.html`") && said.contains("--all"), "{said}");
    assert_eq!(tree(place.path()).len(), 1);
    assert_eq!(site.publish(&["--all"]).code, 0);
    site.is_at(place.path());
}

#[test]
fn everything_is_sent_again_where_that_is_asked_for() {
    let place = Folder::empty();
    let site = to(&place);
    site.published();
    place.write("index.html", "changed by hand");
    assert!(site.published().contains("up to date"));
    let ran = site.publish(&["--all"]);
    assert!(ran.stderr.contains(" 0 unchanged"), "{}", ran.stderr);
    site.is_at(place.path());
}

#[test]
fn a_damaged_record_is_told_and_nothing_is_sent() {
    let place = Folder::empty();
    let site = to(&place);
    site.published();
    site.change();
    place.write(RECORD, "{");
    let before = tree(place.path());
    assert!(refused(&site, &[]).contains("damaged"));
    assert!(tree(place.path()) == before);
}

#[test]
fn what_is_no_finished_build_is_not_published() {
    let place = Folder::empty();
    let site = to(&place);
    let home = site.folder.at("output/index.html");
    let text = fs::read_to_string(&home).unwrap();
    fs::write(&home, text.replace("</body>", "<p>added by hand</p></body>")).unwrap();
    let said = refused(&site, &[]);
    assert!(said.contains("`index.html`") && said.contains("content/"), "{said}");
    fs::remove_file(&home).unwrap();
    assert!(refused(&site, &[]).contains("`index.html`"));
    site.folder.build();
    site.published();
    assert!(
        refused(&site, &["--output", site.folder.at("nothing").to_str().unwrap()]).contains("gongbao build")
    );
}

#[test]
fn what_the_site_is_made_from_is_no_target() {
    for path in ["content", "content/x", ".", "output", "output/x", "themes", ".gongbao/x", "../"] {
        let site = Site::new(&format!("{{ kind: folder, path: \"{path}\" }}"));
        let before = ours(site.folder.path());
        assert!(refused(&site, &[]).contains("no target"), "{path}");
        assert!(ours(site.folder.path()) == before, "{path}");
    }
    // Beside them it may be.
    let site = Site::new("{ kind: folder, path: published }");
    site.published();
    site.is_at(&site.folder.at("published"));
}

#[test]
fn a_target_is_named_where_there_are_several() {
    let place = Folder::empty();
    let site = to(&place);
    assert!(refused(&site, &["heer"]).contains("did you mean `here`?"));
    site.folder.replace(
        "content/site.yaml",
        "publish:\n",
        "publish:\n  there: { kind: folder, path: there }\n",
    );
    assert!(refused(&site, &[]).contains("there, here"));
    assert_eq!(site.publish(&["there"]).code, 0);
    site.is_at(&site.folder.at("there"));
    let settings = fs::read_to_string(site.folder.at("content/site.yaml")).unwrap();
    let settings = settings.split("publish:").next().unwrap().to_string();
    site.folder.write("content/site.yaml", settings);
    assert!(refused(&site, &[]).contains("has no `publish`"));
}

#[test]
fn a_secret_in_the_settings_is_refused_and_not_shown() {
    let place = Folder::empty();
    let site = to(&place);
    let line = "{ kind: webdav, url: \"https://dav.example.org/\", user: zt, password: 9ZQx7uPw }";
    let settings = fs::read_to_string(site.folder.at("content/site.yaml")).unwrap();
    site.folder.write("content/site.yaml", format!("{settings}  dav: {line}\n"));
    let ran = site.publish(&["here"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("content/secret") && ran.stderr.contains("GONGBAO_DAV_PASSWORD"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains("9ZQx7uPw"), "{}", ran.stderr);
}

#[test]
#[cfg(not(feature = "publish"))]
fn a_program_without_servers_says_how_to_get_them() {
    let site = Site::new("{ kind: webdav, url: \"https://dav.example.org/\" }");
    assert!(refused(&site, &[]).contains("--features publish"));
}
