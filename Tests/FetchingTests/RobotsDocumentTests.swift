import Foundation
import Testing

@testable import Fetching

/// How the bytes of a robots.txt become lines.
struct RobotsDocumentTests {
    @Test(arguments: [
        "", "\n", "\r\n\r\n", " \t ", "# Disallow: /", "\u{feff}", "\u{feff}\n", "\0", "\0\0\n\0",
        "hello", ":", ":::\n:", ": /", "#", "Sitemap: https://example.org/sitemap.xml",
        "User-agent: *", "User-agent: *\n", "User-agent: *\nDisallow:", "User-agent: *\nDisallow: ",
        "User-agent: *\nDisallow: # /", "User-agent: *\nDisallow\n", "User-agent: *\nAllow: /",
        "User-agent: Earshot\nDisallow:", "{\"user-agent\": \"*\", \"disallow\": \"/\"}",
    ])
    func `a file that forbids nothing allows everything`(text: String) {
        #expect(RobotsRules.reading(text) == .allowAll)
    }

    @Test(arguments: [
        "<!DOCTYPE html>\n", "<html>\r\n", "  \n\t <html>\n", "\u{feff}<?xml version='1.0'?>\n",
        "\u{feff}\r\n<html>\n", "\0<html>\n", "<\n", "<# no\n",
    ])
    func `an HTML page holds no rules`(start: String) {
        #expect(RobotsRules.reading(start + "User-agent: *\nDisallow: /\n") == .allowAll)
    }

    @Test(arguments: ["a < b\n", "# <html>\n", "Sitemap: <none>\n", "&lt;html>\n"])
    func `a file is no HTML page for what comes later in it`(start: String) {
        #expect(RobotsRules.reading(start + "User-agent: *\nDisallow: /\n") == .disallowAll)
    }

    @Test(
        arguments: ["\n", "\r", "\r\n", "\n\r", "\n\n", "\r\r\n", "\r\n\n", "\n \t\n", "\n#\r"],
        ["", "\n", "\r", "\r\n"])
    func `lines end with CR, LF or both, the last one also with the file`(
        end: String, lastEnd: String
    ) {
        let lines = ["User-agent: *", "Disallow: /a", "Allow: /a/b", "Crawl-delay: 3"]
        let rules = RobotsRules.reading(lines.joined(separator: end) + lastEnd)
        #expect(rules.stored == "Allow: /a/b\nDisallow: /a\nCrawl-delay: 3\n")
    }

    @Test func `ends of lines may be mixed`() {
        let rules = RobotsRules.reading("User-agent: *\rDisallow: /a\nDisallow: /b\r\nAllow: /a/b")
        #expect(rules.stored == "Allow: /a/b\nDisallow: /a\nDisallow: /b\n")
    }

    @Test(arguments: [
        utf8(mark: [0xef, 0xbb, 0xbf], "User-agent: *\nDisallow: /a"),
        utf8(mark: [0xff, 0xfe], "U\0s\0e\0r\0-\0a\0g\0e\0n\0t\0:\0*\0\r\0\n\0Disallow: /a"),
        utf8(mark: [0xfe, 0xff], "\0User-agent: *\0\n\0D\0i\0s\0a\0l\0l\0o\0w\0:\0/\0a"),
        utf8(mark: [], "User-\0agent: *\nDis\0allow: /\0a\0"),
        utf8(mark: [0], "User-agent: *\n\0Disallow: /a"),
    ])
    func `byte order marks and NUL are passed over`(document: [UInt8]) {
        #expect(RobotsRules(document, productToken: "Earshot").stored == "Disallow: /a\n")
    }

    @Test(arguments: [
        ([0xff], "/%FF"), ([0xc5, 0xbc], "/%C5%BC"), ([0xc5], "/%C5"), ([0x80, 0x80], "/%80%80"),
        ([0x01], "/%01"), ([0x7f], "/%7F"), ([0x1b, 0x5b], "/%1B["),
        ([0xed, 0xa0, 0x80], "/%ED%A0%80"),
    ])
    func `bytes that are no UTF-8 are compared like any other`(octets: [UInt8], path: String) {
        let rules = RobotsRules(
            Array("User-agent: *\nDisallow: /".utf8) + octets, productToken: "Earshot")
        #expect(rules.stored == "Disallow: \(path)\n")
        #expect(!rules.allows(path))
        #expect(rules.allows("/"))
    }

    // MARK: - Private

    private static func utf8(mark: [UInt8], _ text: String) -> [UInt8] {
        mark + text.utf8
    }
}

/// What is not read of a file that is too large.
@Suite(.timeLimit(.minutes(5)))
struct RobotsLimitTests {
    private let start = "User-agent: *\nDisallow: /a\n"

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a rule counts if its line ends within 512 KiB`(excess: Int, isRead: Bool) {
        let rule = "Disallow: /late\n"
        let length = RobotsLimits.fileSizeInBytes - start.utf8.count - rule.utf8.count - 1
        let filler = "#" + String(repeating: "x", count: length - 1 + excess) + "\n"
        let rules = RobotsRules.reading(start + filler + rule + "Disallow: /zone\n")
        #expect(rules.allows("/late") == !isRead)
        #expect(rules.allows("/zone"))
        #expect(!rules.allows("/a"))
    }

    @Test func `the last line of a file that ends at the limit is whole, with or without an end`() {
        let rule = "Disallow: /late"
        let length = RobotsLimits.fileSizeInBytes - start.utf8.count - rule.utf8.count
        let filler = "#" + String(repeating: "x", count: length - 2) + "\n"
        let document = start + filler + rule
        #expect(document.utf8.count == RobotsLimits.fileSizeInBytes)
        #expect(!RobotsRules.reading(document).allows("/late"))
        #expect(RobotsRules.reading(document + "r").allows("/late"))
        // An end behind the limit is not looked at: what it ends may as well go on.
        #expect(RobotsRules.reading(document + "\n").allows("/late"))
    }

    @Test func `the line that the limit cuts is left out, not halved`() {
        let length = RobotsLimits.fileSizeInBytes - start.utf8.count - "\nDisallow: /".utf8.count
        let document = start + String(repeating: "#", count: length) + "\nDisallow: /private/"
        #expect(RobotsRules.reading(document).stored == "Disallow: /a\n")
    }

    @Test func `a line is cut at 16 KiB`() {
        let path = "/" + String(repeating: "x", count: 20_000)
        let rules = RobotsRules.reading("User-agent: *\nDisallow: \(path)\nDisallow: /b")
        let kept = path.prefix(RobotsLimits.lineLengthInBytes - "Disallow: ".utf8.count)
        #expect(rules.stored == "Disallow: \(kept)\nDisallow: /b\n")
    }

    @Test func `a comment of any length is one line`() {
        let comment = "#" + String(repeating: " Disallow: /", count: 30_000) + "\n"
        #expect(RobotsRules.reading(start + comment).stored == "Disallow: /a\n")
    }

    @Test(arguments: ["Disallow: /x\n", "\n", "\0", "x", "User-agent: *\n", "Disallow: /*a*\r"])
    func `of 10 MB each byte is looked at once, up to one behind 512 KiB`(line: String) {
        let octets = Array(line.utf8)
        let document = CountedSequence(count: 10_000_000) { octets[$0 % octets.count] }
        _ = RobotsRules(octets: document, productToken: "Earshot")
        #expect(document.reads.count == RobotsLimits.fileSizeInBytes + 1)
    }

    @Test(arguments: [0, 1, 100, 10_000])
    func `of a small file each byte is looked at once, and its end`(size: Int) {
        let document = CountedSequence(count: size) { _ in UInt8(ascii: "\n") }
        _ = RobotsRules(octets: document, productToken: "Earshot")
        #expect(document.reads.count == size + 1)
    }

    @Test func `10 MB of rules are read like 512 KiB of them`() {
        let rules = (0..<800_000).map { "Disallow: /\($0)\n" }.joined()
        let document = Array(("User-agent: *\n" + rules).utf8)
        let part = Array(document.prefix(RobotsLimits.fileSizeInBytes + 1))
        let read = RobotsRules(document, productToken: "Earshot")
        #expect(read == RobotsRules(part, productToken: "Earshot"))
        #expect(!read.allows("/1"))
    }
}

/// How often something was looked at.
final class Counter {
    var count = 0
}

/// Bytes made as they are asked for.
private struct CountedSequence: Sequence {
    let count: Int
    let octet: (Int) -> UInt8
    let reads = Counter()

    func makeIterator() -> AnyIterator<UInt8> {
        var index = 0
        return AnyIterator {
            reads.count += 1
            defer { index += 1 }
            return index < count ? octet(index) : nil
        }
    }
}
