import Model
import Testing
import Transferring

@testable import Fetching

struct FetchFailureTests {
    @Test(arguments: [
        (
            401,
            "a.example answers 401: a log-in is asked for; look for a public feed of this source"
        ),
        (
            403,
            "a.example answers 403: we are not let in; ask the owner, or look for another feed of "
                + "this source"
        ),
        (
            404,
            "a.example answers 404: nothing is at this address; check it, the feed may have moved"
        ),
        (410, "a.example answers 410: the feed is gone for good; remove it from the feeds file"),
        (429, "a.example answers 429: we ask too often; poll its feeds less often"),
        (500, "a.example answers 500: the server has a fault of its own; tried again next time"),
        (999, "a.example answers 999: not an answer HTTP knows; check the address"),
    ])
    func `a status says what to do`(status: Int, message: String) {
        let failure = FetchFailure(status: status, retryAfter: nil, host: "a.example")
        #expect(failure == FetchFailure(kind: .status, message: message, status: status))
    }

    /// A host that was out of reach is asked in the next run; one with long pauses has them then, too.
    @Test func `a poll is left to the next run unless that would be told the same`() {
        let passing: [FetchFailure] = [
            .outOfReach("a.example"), .resting("a.example", for: .seconds(60)), .outOfTime,
            .cancelled,
        ]
        #expect(passing.filter { !$0.endsPoll } == [])
        let lasting: [FetchFailure] = [
            .leftForCrawlDelay(.seconds(60), origin: "https://a.example"),
            .robotsUnavailable(origin: "https://a.example", isOfPage: true),
        ]
        #expect(lasting.filter { $0.endsPoll } == [])
    }

    /// Pages are read with no other leave than that of the file.
    @Test(arguments: [
        (
            false, "ask the owner, and with their word write 'robots: {ignore: …}' at this source",
            "ask the owner, and with their word write 'robots: {ignore: …}' at this source"
        ),
        (true, "ask the owner to allow it there", "tell the owner"),
    ])
    func `what is to be done about a robots.txt is said`(
        isOfPage: Bool, forbidden: String, unavailable: String
    ) {
        let origin = "https://a.example"
        #expect(
            FetchFailure.forbidden(by: "Disallow: /", origin: origin, isOfPage: isOfPage).message
                == "https://a.example/robots.txt forbids it by 'Disallow: /'; " + forbidden)
        #expect(
            FetchFailure.robotsUnavailable(origin: origin, isOfPage: isOfPage).message
                == "https://a.example/robots.txt cannot be read at present, so nothing is asked "
                + "there; tried again next time; if this lasts, " + unavailable)
    }

    @Test(
        arguments: [
            (
                TransferFault.nameNotFound, .dns,
                "the name a.example has no address; check its spelling, and whether the site still "
                    + "exists"
            ),
            (
                .notConnected, .connect,
                "a.example takes no connection; if this lasts, check the address"
            ),
            (
                .tls(.certificate(.expired)), .tls,
                "the certificate of a.example has expired; its owner must renew it"
            ),
            (
                .tls(.certificate(.wrongHost)), .tls,
                "the certificate of the server is not for the name a.example; check the address"
            ),
            (
                .tls(.certificate(.unknownIssuer)), .tls,
                "the certificate of a.example comes from an unknown issuer, or the server leaves "
                    + "out the link to it; check that ca-certificates is up to date here, or "
                    + "tell its owner"
            ),
            (
                .timedOut(during: .nameLookup, after: .seconds(10)), .timeout,
                "out of time after 10 s, while looking up the name a.example; if this lasts, "
                    + "check the address"
            ),
            (
                .timedOut(during: .tls, after: .milliseconds(2_540)), .timeout,
                "out of time after 2.5 s, while agreeing on a secure connection with a.example; if "
                    + "this lasts, check the address"
            ),
            (
                .timedOut(during: .body, after: .seconds(30)), .timeout,
                "out of time after 30 s, while receiving the document from a.example; if this "
                    + "lasts, raise timeout of this feed"
            ),
            (
                .tooSlow(below: 100, for: .seconds(10)), .timeout,
                "a.example sent less than 100 bytes a second for 10 s; tried again next time"
            ),
            (
                .interrupted, .interrupted,
                "a.example broke off before the document was whole; tried again next time"
            ),
            (
                .refused(.port(22, of: NetworkAddress(isIPv6: false, bits: 0x0808_0808))),
                .refusedAddress,
                "port 22 of a.example is not called, only 80 and 443 are; if it is right, add "
                    + "8.8.8.8 to allow_networks in the feeds file"
            ),
        ] as [(TransferFault, FetchFailure.Kind, String)])
    func `a fault says what happened and what to do`(
        fault: TransferFault, kind: FetchFailure.Kind, message: String
    ) {
        let failure = FetchFailure(fault, host: "a.example")
        #expect(failure == FetchFailure(kind: kind, message: message))
    }

    @Test(
        arguments: [
            ([], 10, .timedOut(during: .nameLookup, after: .seconds(10))),
            ([1], 10, .timedOut(during: .connect, after: .seconds(10))),
            ([1, 2], 10, .timedOut(during: .tls, after: .seconds(10))),
            ([1, 2, 3], 30, .timedOut(during: .firstByte, after: .seconds(30))),
            ([1, 2, 3, 4], 30, .timedOut(during: .body, after: .seconds(30))),
            ([1, 2, 3], 13, .tooSlow(below: 100, for: .seconds(10))),
            ([1, 2, 3, 4], 14, .tooSlow(below: 100, for: .seconds(10))),
            // On a connection that was kept.
            ([0, 0, 0, 4], 14, .tooSlow(below: 100, for: .seconds(10))),
            ([0, 0, 0, 4], 30, .timedOut(during: .body, after: .seconds(30))),
        ] as [([Int], Int, TransferFault)])
    func `a time-out is told by how far the transfer got`(
        passed: [Int], total: Int, fault: TransferFault
    ) {
        func moment(_ phase: Int) -> Duration {
            passed.indices.contains(phase) ? .seconds(passed[phase]) : .zero
        }
        let phases = FetchTiming.Phases(
            nameLookup: moment(0), connect: moment(1), tls: moment(2), firstByte: moment(3),
            total: .seconds(total))
        func timeout(isConnected: Bool) -> TransferFault {
            .timeout(
                phases, limit: .seconds(30), isSecure: true, isConnected: isConnected,
                isReady: false, limits: .standard)
        }
        #expect(timeout(isConnected: passed.count > 1) == fault)
        // libcurl times the connection only when TLS is done.
        if passed == [1] {
            #expect(
                timeout(isConnected: true) == .timedOut(during: .tls, after: .seconds(10)))
        }
    }

    @Test func `over a connection that was kept nothing is timed but the name, and it was there`() {
        let phases = FetchTiming.Phases(
            nameLookup: .seconds(1), connect: .zero, tls: .zero, firstByte: .zero,
            total: .seconds(30))
        let fault = TransferFault.timeout(
            phases, limit: .seconds(30), isSecure: true, isConnected: false, isReady: true,
            limits: .standard)
        #expect(fault == .timedOut(during: .firstByte, after: .seconds(30)))
    }

    @Test(arguments: [
        (Duration.milliseconds(300), "0.3 s"), (.seconds(1), "1 s"), (.seconds(90), "90 s"),
        (.seconds(900), "15 min"), (.seconds(14_400), "4 h"), (.seconds(604_800), "168 h"),
    ])
    func `a duration is told in words that matter`(duration: Duration, words: String) {
        #expect(duration.inWords == words)
    }
}
