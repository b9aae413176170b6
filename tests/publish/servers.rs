//! Servers that end with the test: an S3-compatible store, WebDAV, and one that tells what it is told.

use dav_server::{DavHandler, body::Body, fakels::FakeLs, localfs::LocalFs};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use std::convert::Infallible;
use std::io::{Read, Write};
use std::net::TcpListener as Plain;
use std::path::Path;
use std::thread;
use tokio::net::{TcpListener, TcpStream};

/// Who signs requests to the store.
pub(crate) const ACCESS_KEY: &str = "AKIAHERE0000000000001";

/// Takes connections on a free port of this machine, for as long as the test runs.
pub(crate) fn serve<F>(connection: impl Fn(TcpStream) -> F + Send + 'static) -> u16
where
    F: Future<Output = ()> + 'static,
{
    let listener = Plain::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let tasks = tokio::task::LocalSet::new();
        tasks.block_on(&runtime, async move {
            let listener = TcpListener::from_std(listener).unwrap();
            while let Ok((stream, _)) = listener.accept().await {
                tokio::task::spawn_local(connection(stream));
            }
        });
    });
    port
}

/// A store in a folder; its buckets are the folders in it.
pub(crate) fn s3(folder: &Path, secret: &str) -> u16 {
    let mut builder = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    builder.set_auth(SimpleAuth::from_single(ACCESS_KEY, secret));
    let service = builder.build();
    serve(move |stream| {
        let service = service.clone();
        async move {
            // A connection that was broken is what these tests are about.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        }
    })
}

/// A WebDAV server in a folder, for one person.
pub(crate) fn webdav(folder: &Path, user: &str, password: &str) -> u16 {
    let handler = DavHandler::builder()
        .filesystem(LocalFs::new(folder, false, false, false))
        .locksystem(FakeLs::new())
        .build_handler();
    let wanted = format!("Basic {}", base64(format!("{user}:{password}").as_bytes()));
    serve(move |stream| {
        let (handler, wanted) = (handler.clone(), wanted.clone());
        let answer = move |request: Request<hyper::body::Incoming>| {
            let (handler, wanted) = (handler.clone(), wanted.clone());
            async move {
                let given = request.headers().get("authorization").and_then(|value| value.to_str().ok());
                if given != Some(wanted.as_str()) {
                    let mut refused = Response::new(Body::from("who are you?".to_string()));
                    *refused.status_mut() = StatusCode::UNAUTHORIZED;
                    return Ok::<_, Infallible>(refused);
                }
                Ok(handler.handle(request).await)
            }
        };
        async move {
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer)).await;
        }
    })
}

/// A server that refuses everything, and repeats in its answer the whole request and a password.
pub(crate) fn echo(password: &str) -> u16 {
    let listener = Plain::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let password = password.to_string();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = vec![0; 8192];
            let count = stream.read(&mut request).unwrap_or_default();
            let request = String::from_utf8_lossy(&request[..count]).into_owned();
            let body = format!("{password} is not the password of\n{request}");
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 403 Forbidden\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
        }
    });
    port
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = 0u32;
        for n in 0..3 {
            bits = bits << 8 | u32::from(group.get(n).copied().unwrap_or_default());
        }
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n) & 63) as usize] as char;
            text.push(if n <= group.len() { letter } else { '=' });
        }
    }
    text
}
