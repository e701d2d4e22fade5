import Pipeline
import Testing

struct AddressSpaceLimitTests {
    @Test(
        arguments: [
            (UInt64.max, nil), (512 << 20, nil),
            (
                200_000 << 10,
                "no more than 195 MiB of address space are allowed (ulimit -v), and most commands need "
                    + "512 MiB; with less they may abort. MemoryMax= of systemd limits what is in use "
                    + "instead"
            ),
        ] as [(UInt64, String?)])
    func `too little is told before anything is begun`(bytes: UInt64, warning: String?) {
        #expect(AddressSpaceLimit.warning(ofBytes: bytes) == warning)
    }
}
