//! What all servers share: the runtime on which their libraries run, and a limit of time for each step.

use crate::publish::trouble::Trouble;
use std::future::Future;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// For a step that carries nothing large.
pub(super) const STEP: Duration = Duration::from_secs(30);

/// For the record, which is read whole.
pub(super) const RECORD: Duration = Duration::from_secs(45);

/// The slowest line on which a file is still waited for, in bytes a second.
const SLOWEST: u64 = 8 * 1024;

/// Makes the runtime.
pub(super) fn runtime() -> Result<Runtime, Trouble> {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(|error| {
        Trouble::lasting(format!("无法启动网络：{error}"), format!("cannot start the network: {error}"))
    })
}

/// How long a file of so many bytes may travel.
pub(super) fn time_for(bytes: usize) -> Duration {
    STEP + Duration::from_secs(bytes as u64 / SLOWEST)
}

/// Does a step within its time.
pub(super) fn within<T>(
    runtime: &Runtime,
    time: Duration,
    step: impl Future<Output = Result<T, Trouble>>,
) -> Result<T, Trouble> {
    runtime.block_on(async {
        match tokio::time::timeout(time, step).await {
            Ok(result) => result,
            Err(_) => {
                Err(Trouble::passing("服务器长时间没有回应", "the server has not answered for a long time"))
            }
        }
    })
}
