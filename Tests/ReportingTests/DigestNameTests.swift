import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct DigestNameTests {
    /// Of runs at midnight one begins a second later than another: they must not share a day's files.
    @Test(arguments: ["2026-11-22T23:00:00Z", "2026-11-22T23:00:01Z", "2026-11-23T22:59:59Z"])
    func `a digest is named for the day on which its run begins, be it at midnight`(end: String) {
        let window = Digest.Window(
            after: .at("2026-11-21T23:00:00Z"), through: .at(end), timeZone: "Europe/Warsaw")
        #expect(DigestName.name(of: window, Digest.Scope(period: .day)) == "2026-11-23")
    }
}
