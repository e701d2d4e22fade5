import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct EchoFinderTests {
    private let now = Date.at("2026-11-22T06:00:00Z")

    /// Stories so many days ago, latest first.
    private func past(_ days: [Double]) -> [PastEntry] {
        days.enumerated().map { number, day in
            PastEntry(date: now.addingTimeInterval(-day * 86_400), story: Int64(number))
        }
    }

    private func echo(_ days: [Double]) -> Echo? {
        EchoFinder<Never>.echo(in: past(days), before: now)
    }

    @Test func `the last burst in the same words is told, however long ago`() {
        let months = [400, 400.5, 401, 402, 403.0]
        #expect(
            echo(months)
                == Echo(
                    beganAt: now.addingTimeInterval(-403 * 86_400),
                    endedAt: now.addingTimeInterval(-400 * 86_400), stories: 5))
        #expect(echo([30, 30, 31, 31, 32, 32] + months)?.stories == 6)
    }

    @Test(arguments: [
        [], [1, 1, 1, 1, 1, 2, 2], [0.5, 3, 5.5, 8, 10, 12], [40, 41, 42, 43],
        [1, 1, 2, 60, 80, 100, 120, 140],
    ])
    func `what goes on, a handful and single posts are no earlier burst`(days: [Double]) {
        #expect(echo(days) == nil)
    }

    @Test func `what goes on now does not hide the burst before it`() {
        #expect(echo([1, 1, 2, 2, 3, 30, 30, 31, 31, 31])?.stories == 5)
    }

    /// Half a story a day, with a few quiet days now and then.
    private let everyday = stride(from: 10.0, to: 200, by: 12).flatMap { start in
        [0, 1.4, 2.8, 4.2, 5.6, 7].map { start + $0 }
    }

    @Test func `what comes up all the time anyway is no earlier burst`() {
        #expect(echo(everyday) == nil)
    }

    @Test func `a burst stands out from what comes up all the time`() throws {
        let burst = (0..<30).map { 82 + Double($0) / 15 }
        let found = try #require(echo((everyday + burst).sorted()))
        #expect(found.stories == 36)
        #expect(found.beganAt == now.addingTimeInterval(-89 * 86_400))
    }

    @Test func `copies of one story are no burst`() {
        let copies = (0..<9).map { _ in
            PastEntry(date: now.addingTimeInterval(-9 * 86_400), story: 7)
        }
        #expect(EchoFinder<Never>.echo(in: copies, before: now) == nil)
    }
}
