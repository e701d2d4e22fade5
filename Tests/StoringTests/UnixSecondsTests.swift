import Foundation
import Testing

@testable import Storing

struct UnixSecondsTests {
    @Test(
        arguments: [
            (1_795_327_200, 1_795_327_200), (1_795_327_200.75, 1_795_327_200), (-0.25, -1),
            (0x1p63, .max), (-0x1p63, .min), (1e300, .max), (-1e300, .min),
        ] as [(Double, Int64)])
    func `a moment is its last whole second, or the last that there is a number for`(
        seconds: Double, number: Int64
    ) {
        #expect(Date(timeIntervalSince1970: seconds).unixSeconds == number)
    }

    /// As a damaged archive may hold them: whoever reads one of them writes it, or looks for it, as well.
    @Test(arguments: [0, 253_402_300_799, Int64.min, Int64.max])
    func `the number that a moment was read from is written again`(number: Int64) {
        #expect(Date(unixSeconds: number).unixSeconds == number)
    }
}
