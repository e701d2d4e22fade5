import Pipeline
import Storing
import Testing

struct RunErrorTests {
    @Test(
        arguments: [
            (StoreError.changedWhileRead(path: "a.sqlite"), 75), (.full(path: "a.sqlite"), 74),
        ] as [(StoreError, Int32)])
    func `what another run is in the way of is tried again, a full disk is not`(
        error: StoreError, code: Int32
    ) {
        #expect(RunError.store(error).exitCode == code)
    }
}
