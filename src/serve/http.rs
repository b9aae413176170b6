//! Connections: many at once, none that could hold up another. hyper is fenced in here and in `answer`.

use super::answer::answer;
use super::state::State;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

/// More at once than browsers open; the next is turned away.
const CONNECTIONS: usize = 512;

/// The head of a request has to be there after so long.
const HEAD: Duration = Duration::from_secs(10);

/// Bytes of the head of a request.
const HEAD_BYTES: usize = 16 << 10;

/// Lines of the head of a request.
const HEAD_LINES: usize = 64;

/// Answers until Ctrl-C.
///
/// # Errors
/// When the machine refuses.
pub(super) fn run(listeners: Vec<TcpListener>, state: &Arc<State>) -> io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(64).build()?;
    let result = runtime.block_on(async {
        let places = Arc::new(Semaphore::new(CONNECTIONS));
        for listener in listeners {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::spawn(accept(listener, state.clone(), places.clone()));
        }
        tokio::signal::ctrl_c().await
    });
    // A page that is still being made is nobody's any more.
    runtime.shutdown_background();
    result
}

async fn accept(listener: tokio::net::TcpListener, state: Arc<State>, places: Arc<Semaphore>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many files are open: some will be closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if let Ok(place) = places.clone().try_acquire_owned() {
            let state = state.clone();
            tokio::spawn(async move {
                converse(stream, state).await;
                drop(place);
            });
        }
    }
}

/// All requests of one connection. Its failing is the browser's wish.
async fn converse(stream: TcpStream, state: Arc<State>) {
    // An answer is small and awaited: it is not held back for more.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| answer(request, state.clone()));
    let mut server = http1::Builder::new();
    server
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES)
        .max_headers(HEAD_LINES);
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}
