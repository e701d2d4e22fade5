import Foundation
import Glibc
import Synchronization
import Testing
import Transferring

struct CurlLibraryTests {
    /// One made for each would stay behind with the thread that it was made for.
    @Test func `all threads read host names in one locale`() async {
        let places = Mutex<Set<UInt>>([])
        for _ in 0..<3 {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    CurlLibrary.prepareThread()
                    let place = unsafe UInt(bitPattern: uselocale(nil))
                    _ = places.withLock { $0.insert(place) }
                    continuation.resume()
                }
            }
        }
        #expect(places.withLock { $0.count } == 1)
    }
}
