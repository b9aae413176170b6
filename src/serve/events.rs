//! Messages to an open page, as server-sent events: what is so now, then each time it is otherwise.

use hyper::body::{Body, Bytes, Frame};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// A line that says nothing, so that a page that has gone is noticed.
const STILL_THERE: Duration = Duration::from_secs(15);

/// An answer that does not end.
pub(super) struct Events {
    lines: mpsc::Receiver<Bytes>,
}

impl Events {
    /// Begins with the message of now.
    pub(super) fn new(mut messages: watch::Receiver<Arc<str>>) -> Events {
        // One on its way and one behind it: a page that is slow gets the newest, not all between.
        let (send, lines) = mpsc::channel(1);
        tokio::spawn(async move {
            loop {
                let text = format!("data: {}\n\n", &**messages.borrow_and_update());
                if send.send(Bytes::from(text)).await.is_err() {
                    return;
                }
                loop {
                    match tokio::time::timeout(STILL_THERE, messages.changed()).await {
                        Ok(Ok(())) => break,
                        Ok(Err(_)) => return,
                        Err(_) if send.send(Bytes::from_static(b":\n\n")).await.is_err() => return,
                        Err(_) => {}
                    }
                }
            }
        });
        Events { lines }
    }
}

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        wake: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.lines.poll_recv(wake).map(|line| line.map(|line| Ok(Frame::data(line))))
    }
}
