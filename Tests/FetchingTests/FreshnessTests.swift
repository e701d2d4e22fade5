import Foundation
import Testing

@testable import Fetching

struct FreshnessTests {
    private let now = Date(timeIntervalSince1970: 1_795_327_200)
    private let date = "Sun, 22 Nov 2026 06:00:00 GMT"

    @Test(arguments: [
        ("max-age=3600", 3_600), ("public, max-age=60, must-revalidate", 60), ("Max-Age=60", 60),
        ("max-age=\"60\"", 60), ("max-age = 60", 60), ("no-cache", 0), ("no-store, max-age=60", 0),
        ("max-age=0", 0), ("max-age=60, max-age=90", 60), ("max-age=-5", nil), ("max-age", nil),
        ("s-maxage=60", nil), ("private", nil), ("max-age=999999999999999999999", 31_536_000),
    ])
    func `Cache-Control says how long an answer holds`(value: String, seconds: Int?) {
        let response = HTTPResponse(status: 200, headers: [.cacheControl: value])
        #expect(Freshness(response).seconds(now: now) == seconds)
    }

    @Test(arguments: [
        ("Sun, 22 Nov 2026 07:00:00 GMT", 3_600), ("Sun, 22 Nov 2026 05:00:00 GMT", 0),
        ("0", 0), ("-1", 0), ("Sun Nov 22 06:10:00 2026", 600),
    ])
    func `Expires says it too, counted from Date`(expires: String, seconds: Int) {
        let response = HTTPResponse(status: 200, headers: [.expires: expires, .date: date])
        #expect(Freshness(response).seconds(now: now + 500) == seconds)
    }

    @Test func `Cache-Control goes before Expires, and age in caches is taken off`() {
        let response = HTTPResponse(
            status: 200,
            headers: [
                .cacheControl: "max-age=600", .expires: "Sun, 22 Nov 2026 09:00:00 GMT",
                .date: date, .age: "200",
            ])
        #expect(Freshness(response).seconds(now: now) == 400)
    }

    @Test(arguments: ["9223372036854775807", "99999999999999999999"])
    func `an age beyond all measure is the greatest there is`(age: String) throws {
        let response = HTTPResponse(
            status: 200,
            headers: [.expires: "Thu, 01 Jan 1970 00:00:00 GMT", .date: date, .age: age])
        #expect(Freshness(response).seconds(now: now) == 0)
        let time = try #require(Freshness(response).serverTime(now: now))
        #expect(time == now + Double(Int32.max))
    }

    @Test func `nothing said is nothing known`() {
        #expect(Freshness(HTTPResponse(status: 200)).seconds(now: now) == nil)
    }
}

struct ReservationTests {
    @Test(
        arguments: [
            (.robotsTag, "noarchive", true), (.robotsTag, "index, NoAI", true),
            (.robotsTag, "earshot: noarchive", true), (.robotsTag, "noindex, nofollow", false),
            (.textMiningReservation, "1", true), (.textMiningReservation, "0", false),
        ] as [(HTTPResponse.Header, String, Bool)])
    func `a head says that a document is not to be kept or mined`(
        header: HTTPResponse.Header, value: String, isReserved: Bool
    ) {
        #expect(HTTPResponse(status: 200, headers: [header: value]).isReserved == isReserved)
    }
}

struct BotWallAnswerTests {
    private func wall(_ status: Int, _ body: String = "", mitigated: String? = nil) -> String? {
        var headers: [HTTPResponse.Header: String] = [:]
        headers[.cfMitigated] = mitigated
        return BotWallAnswer(
            HTTPResponse(status: status, body: Array(body.utf8), headers: headers))?.name
    }

    @Test(arguments: [
        ("<script>window._cf_chl_opt={cvId: '3'}", "Cloudflare"),
        ("<script src=https://geo.captcha-delivery.com/c.js>", "DataDome"),
        ("<iframe src=\"/_Incapsula_Resource?SWUDNSAI=31\">", "Imperva"),
        ("<div id=px-captcha>", "HUMAN"),
    ])
    func `a guard is known by its page`(body: String, name: String) {
        #expect(wall(403, "<html>" + body) == name)
        #expect(wall(429, body) == name)
        #expect(wall(200, body) == nil)
        #expect(wall(404, body) == nil)
    }

    @Test func `a guard is known by its header whatever the status`() {
        #expect(wall(403, mitigated: "challenge") == "Cloudflare")
        #expect(wall(200, mitigated: "challenge") == "Cloudflare")
        #expect(wall(403) == nil)
        #expect(wall(403, "<html><p>Forbidden. Solve no captcha here.") == nil)
    }
}
