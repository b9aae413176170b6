//! A request -> an answer: files from the plan of the last good state, never from the disk by their path.

use super::events::Events;
use super::page::{self, Told};
use super::shown::{Found, Shown};
use super::state::State;
use crate::model::Language;
use http_body_util::{BodyExt, Either, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION};
use hyper::{Method, Request, Response, StatusCode};
use serde::Deserialize;
use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// What is sent: a file, or messages without an end.
type Body = Either<Full<Bytes>, Events>;

/// Bytes of what a page may send.
const SENT: usize = 4 << 10;

/// And how long it may take.
const SENDING: Duration = Duration::from_secs(5);

/// Which place is to be opened.
#[derive(Deserialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
}

/// Answers a request. Whatever is wrong with it is an answer too.
pub(super) async fn answer(
    request: Request<Incoming>,
    state: Arc<State>,
) -> Result<Response<Body>, Infallible> {
    let authority = request.uri().authority().map(|name| name.as_str());
    if let Some(status) = state.guard.refusal(request.headers(), authority) {
        return Ok(sentence(status, state.language));
    }
    let path = request.uri().path().trim_start_matches('/').to_owned();
    if path == "__gongbao/open" {
        return Ok(open(request, &state).await);
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut refused = sentence(StatusCode::METHOD_NOT_ALLOWED, state.language);
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Ok(refused);
    }
    Ok(match path.strip_prefix(page::OWN) {
        Some("events") => {
            response(StatusCode::OK, "text/event-stream", Either::Right(Events::new(state.messages())))
        }
        Some("preview.js") => file(StatusCode::OK, "preview.js", page::SCRIPT.as_bytes().to_vec()),
        Some(_) => sentence(StatusCode::NOT_FOUND, state.language),
        None => {
            let made = tokio::task::spawn_blocking(move || of_site(&path, &state));
            made.await.unwrap_or_else(|_| sentence(StatusCode::INTERNAL_SERVER_ERROR, Language::default()))
        }
    })
}

/// A file of the site.
fn of_site(path: &str, state: &State) -> Response<Body> {
    let Some(shown) = state.shown() else { return nothing_yet(StatusCode::SERVICE_UNAVAILABLE, 0, state) };
    let Some(path) = decoded(path) else { return sentence(StatusCode::NOT_FOUND, state.language) };
    let index = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let folder = format!("{index}/index.html");
    if shown.ready.job(&index).is_none() && shown.ready.job(&folder).is_some() {
        return moved(&format!("/{index}/"));
    }
    let (status, name, found) = match shown.find(&index) {
        Ok(Found::Nothing) => (StatusCode::NOT_FOUND, "404.html", shown.find("404.html")),
        found => (StatusCode::OK, &*index, found),
    };
    match found {
        Ok(Found::File(bytes)) if name.ends_with(".html") => {
            file(status, name, page::with_script(&bytes, &told(shown.number, state)))
        }
        Ok(Found::File(bytes)) => file(status, name, bytes.to_vec()),
        Ok(Found::Nothing) => sentence(StatusCode::NOT_FOUND, state.language),
        Ok(Found::Faulty) => faulty(&shown, state),
        Err(error) => failed(&error),
    }
}

/// A page that its template could not make: what is wrong is told to all open pages, and to this one.
fn faulty(shown: &Shown, state: &State) -> Response<Body> {
    state.tell();
    nothing_yet(StatusCode::INTERNAL_SERVER_ERROR, shown.number, state)
}

fn nothing_yet(status: StatusCode, build: u64, state: &State) -> Response<Body> {
    file(status, "x.html", page::with_script(&page::empty(state.language), &told(build, state)))
}

fn told(build: u64, state: &State) -> Told<'_> {
    Told { build, run: &state.guard.run, token: &state.guard.token, language: state.language }
}

/// Opens a place in the editor: only for our own pages, and only a file of the site.
async fn open(request: Request<Incoming>, state: &Arc<State>) -> Response<Body> {
    if request.method() != Method::POST || !state.guard.is_ours(request.headers()) {
        return sentence(StatusCode::FORBIDDEN, state.language);
    }
    let sent = tokio::time::timeout(SENDING, Limited::new(request.into_body(), SENT).collect()).await;
    let place = match sent {
        Ok(Ok(sent)) => serde_json::from_slice::<Place>(&sent.to_bytes()).ok(),
        _ => None,
    };
    let Some(place) = place else { return sentence(StatusCode::BAD_REQUEST, state.language) };
    let sources = state.sources();
    if !sources.is_on_disk(&place.file) {
        return sentence(StatusCode::NOT_FOUND, state.language);
    }
    let path = sources.root().join(&place.file);
    let path = path.canonicalize().unwrap_or(path);
    let editor = state.editor.clone();
    let opened = tokio::task::spawn_blocking(move || editor.open(&path, place.line, place.column)).await;
    match opened {
        Ok(Ok(())) => response(StatusCode::NO_CONTENT, "text/plain", Either::Left(Full::default())),
        _ => sentence(StatusCode::NOT_IMPLEMENTED, state.language),
    }
}

fn file(status: StatusCode, name: &str, bytes: Vec<u8>) -> Response<Body> {
    response(status, kind(name), Either::Left(Full::new(Bytes::from(bytes))))
}

/// A sentence for whoever reads the answer of a refused request.
fn sentence(status: StatusCode, language: Language) -> Response<Body> {
    let (zh, en) = match status {
        StatusCode::MISDIRECTED_REQUEST | StatusCode::FORBIDDEN => {
            ("预览只供本机使用", "the preview answers this machine only")
        }
        StatusCode::NOT_IMPLEMENTED => {
            ("没有找到可以打开它的编辑器", "no editor was found that could open it")
        }
        StatusCode::METHOD_NOT_ALLOWED => ("这里只能查看", "this is only for looking"),
        StatusCode::BAD_REQUEST => ("请求无法识别", "the request cannot be read"),
        StatusCode::INTERNAL_SERVER_ERROR => ("程序出了故障", "the program failed"),
        _ => ("没有这个网页", "there is no such page"),
    };
    let words = language.pick(zh, en);
    file(status, "x.txt", format!("{words}\n").into_bytes())
}

/// An attachment that cannot be read just now.
fn failed(error: &io::Error) -> Response<Body> {
    file(StatusCode::INTERNAL_SERVER_ERROR, "x.txt", format!("{error}\n").into_bytes())
}

fn moved(to: &str) -> Response<Body> {
    let mut moved = response(StatusCode::TEMPORARY_REDIRECT, "text/plain", Either::Left(Full::default()));
    if let Ok(to) = HeaderValue::from_str(to) {
        moved.headers_mut().insert(LOCATION, to);
    }
    moved
}

fn response(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

/// The type of a file, by the ending of its name.
fn kind(name: &str) -> &'static str {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "mp4" => "video/mp4",
        _ => "application/octet-stream",
    }
}

/// `%E4%B8%87` -> 万; none where that is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let hex = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(hex, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn a_path_is_decoded_whole_or_not_at_all() {
    assert_eq!(decoded("a/%E4%B8%87.pdf").as_deref(), Some("a/万.pdf"));
    assert_eq!(decoded("a%2e%2e%2fb").as_deref(), Some("a../b"));
    assert_eq!([decoded("%"), decoded("%4"), decoded("%zz"), decoded("%ff")], [None, None, None, None]);
}
