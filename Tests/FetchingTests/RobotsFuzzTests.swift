import Foundation
import Glibc
import TestSupport
import Testing

@testable import Fetching

/// Files made at random, a million of them with `EARSHOT_FUZZ_ROBOTS=1000000` in the environment.
@Suite(.timeLimit(.minutes(120)))
struct RobotsFuzzTests {
    private static let batches = 20
    private static let files =
        ProcessInfo.processInfo.environment["EARSHOT_FUZZ_ROBOTS"].flatMap(Int.init) ?? 20_000

    @Test(arguments: 0..<batches)
    func `no file stops us, and its rules are the same after the archive`(batch: Int) {
        var problems: [String] = []
        var longest = (seconds: 0.0, file: 0)
        for number in stride(from: batch, to: Self.files, by: Self.batches) {
            var random = SeededGenerator(seed: UInt64(number))
            let file = Self.file(&random)
            let path = String(decoding: Self.octets(&random), as: UTF8.self)
            let start = Self.processorSeconds()
            let rules = RobotsRules(file, productToken: "Earshot")
            let isAllowed = rules.allows(path)
            let seconds = Self.processorSeconds() - start
            problems += Self.problems(of: rules, path, isAllowed).map { "file \(number): \($0)" }
            if seconds > longest.seconds { longest = (seconds, number) }
        }
        #expect(problems == [])
        #expect(longest.seconds <= 0.05, "file \(longest.file)")
    }

    // MARK: - Private

    /// What this thread has had of a processor: others on the machine do not count.
    private static func processorSeconds() -> Double {
        var time = timespec()
        let failed = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        precondition(failed == 0, "every thread has a clock")
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func problems(
        of rules: RobotsRules, _ path: String, _ isAllowed: Bool
    ) -> [String] {
        var problems: [String] = []
        let stored = rules.stored
        let restored = RobotsRules(stored: stored)
        if restored != rules || restored.stored != stored { problems.append("comes back changed") }
        if !stored.utf8.allSatisfy({ (0x20..<0x7f).contains($0) || $0 == 0x0a }) {
            problems.append("is stored as more than printable ASCII")
        }
        if stored.utf8.count < 16_000, .reading("User-agent: *\n" + stored) != rules {
            problems.append("reads differently as a file")
        }
        if !rules.allows("/robots.txt") { problems.append("forbids itself") }
        if let delay = rules.crawlDelay, delay < .zero || delay > .seconds(86_400) {
            problems.append("asks for \(delay)")
        }
        if isAllowed != restored.allows(path) { problems.append("wavers on \(path)") }
        return problems
    }

    /// Mostly pieces of which such files are made, in any order; one in 16 is any bytes at all.
    private static func file(_ random: inout SeededGenerator) -> [UInt8] {
        if random.index(below: 16) == 0 { return octets(&random) }
        let start = random.index(below: 4) == 0 ? [] : Array("User-agent: *\n".utf8)
        return (0..<random.index(below: 60)).reduce(into: start) { file, _ in
            file += pieces[random.index(below: pieces.count)]
            if random.index(below: 8) == 0 { file.append(UInt8(truncatingIfNeeded: random.next())) }
            if random.index(below: 4_000) == 0 {
                file += Array(repeating: file.last ?? 0, count: 20_000)
            }
        }
    }

    private static func octets(_ random: inout SeededGenerator) -> [UInt8] {
        (0..<random.index(below: 200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    private static let pieces: [[UInt8]] =
        [
            "\n", "\n", "\n", "\r\n", "\r", "\n\n", " ", "\t", ":", ": ", ": ", "/", "/", "*", "$",
            "%", "%4", "%41", "%2F", "%c5%bc", "ż", "#", "?", "<", "\0", "\u{feff}", "a", "b",
            "x.php",
            "User-agent", "\nUser-agent: ", "Earshot", "earshot/1.0", "other", "\nAllow: ",
            "\nAllow: /", "\nDisallow: ", "\nDisallow: /", "\nDisallow /", "Dissallow",
            "\nCrawl-delay: ", "Crawl-delay", "0", "9", ".", "-", "Sitemap: https://example.org/s",
        ].map { Array($0.utf8) } + [[0xff, 0xfe], [0xc5], [0xff]]
}
