//! Where networks do their work: one core, and memory that is kept from one call to the next.

use std::fmt;
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::linear::{Kernels, Room};

/// What a worker keeps between one call and the next: memory, and a thread to compute on.
///
/// A call uses one core. What works in parallel makes a scratch for each of its workers and gives each worker whole
/// reports. Memory grows with the longest sequence, never with the number of calls.
pub struct Scratch {
    core: ThreadPool,
    pub(crate) memory: Memory,
}

/// Numbers on their way through a network.
#[derive(Default)]
pub(crate) struct Memory {
    /// Blocks on their way through a linear map.
    pub(crate) room: Room,
    /// Queries, keys and values of the sequences at hand.
    pub(crate) attention: Vec<f32>,
    /// What attention took from the values.
    pub(crate) context: Vec<f32>,
    /// The wide middle of the feed-forward part.
    pub(crate) middle: Vec<f32>,
    /// One head of one sequence.
    pub(crate) head: crate::encoder::Head,
}

/// The first `length` numbers of `buffer`, which grows if it must. What stands there is of no meaning.
///
/// A buffer never shrinks: it would be filled with zeros again at the next call, for nothing.
pub(crate) fn room<T: Clone + Default>(buffer: &mut Vec<T>, length: usize) -> &mut [T] {
    if buffer.len() < length {
        buffer.resize(length, T::default());
    }
    &mut buffer[..length]
}

/// What a network works with inside [`Scratch::run`].
pub(crate) struct Bench<'a> {
    /// The processor's kernels.
    pub(crate) kernels: &'a Kernels,
    /// Memory to work in.
    pub(crate) memory: &'a mut Memory,
}

impl Scratch {
    /// An empty scratch.
    ///
    /// # Panics
    ///
    /// If the system gives no thread.
    #[must_use]
    pub fn new() -> Self {
        let core = ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "network".to_owned()).build();
        Self { core: core.expect("the system gives a thread"), memory: Memory::default() }
    }

    /// Runs `work` on one core.
    ///
    /// The kernels of rten-gemm divide their work among the threads of the rayon pool that they are called in; in a
    /// pool of one they do not. A worker of another pool must not wait inside rayon: it would take up other work
    /// meanwhile, one report inside the other. So it waits for a plain thread instead.
    pub(crate) fn run<R: Send>(&mut self, work: impl FnOnce(Bench) -> R + Send) -> R {
        let Self { core, memory } = self;
        let kernels = &Kernels::default();
        let work = move || work(Bench { kernels, memory });
        if rayon::current_thread_index().is_none() {
            return core.install(work);
        }
        thread::scope(|scope| match scope.spawn(|| core.install(work)).join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Scratch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Scratch").finish_non_exhaustive()
    }
}
