package import Model
import Transferring

extension FetchFailure {
    init(_ fault: TransferFault, host: String) {
        switch fault {
        case .refused(let refusal):
            self.init(refusal, host: host)
        case .exceeded(let excess):
            self.init(kind: .tooLarge, message: Self.message(excess, host: host))
        case .nameNotFound:
            self.init(
                kind: .dns,
                message: "the name \(host) has no address; check its spelling, and whether the "
                    + "site still exists")
        case .noNameServer:
            self.init(
                kind: .nameServers,
                message: "no name server could say where \(host) is; if this lasts, check this "
                    + "machine's network and DNS")
        case .notConnected:
            self.init(
                kind: .connect,
                message: "\(host) takes no connection; if this lasts, check the address")
        case .proxy(let problem):
            self.init(kind: .connect, message: Self.message(problem, host: host))
        case .tls(let problem):
            self.init(kind: .tls, message: Self.message(problem, host: host))
        case .timedOut(let phase, let duration):
            self.init(kind: .timeout, message: Self.message(phase, after: duration, host: host))
        case .tooSlow(let bytes, let time):
            self.init(
                kind: .timeout,
                message:
                    "\(host) sent less than \(bytes) bytes a second for \(time.inWords); tried "
                    + "again next time")
        case .interrupted:
            self.init(
                kind: .interrupted,
                message: "\(host) broke off before the document was whole; tried again next time")
        case .undecodable:
            self.init(
                kind: .interrupted,
                message: "the compression of what \(host) sent is damaged or not one we read; "
                    + "tell its owner if this lasts")
        case .notHTTP:
            self.init(
                kind: .interrupted,
                message: "\(host) does not answer in HTTP; check the address and its port")
        case .library(let reason):
            self.init(
                kind: .connect, message: "the request to \(host) could not be made: \(reason)")
        }
    }

    /// - Parameter isRedirect: whether a server sent us there, not the operator.
    init(_ refusal: WebAddress.Refusal, isRedirect: Bool) {
        let reason =
            switch refusal {
            case .tooLong: "is longer than 2048 characters"
            case .character: "has a space, backslash or control character in it"
            case .scheme: "is not an http or https address"
            case .credentials: "has a user name or password in it"
            case .unreadable: "cannot be read"
            }
        self.init(
            kind: isRedirect ? .redirects : .badAddress,
            message: isRedirect
                ? "redirects to an address that \(reason); open the feed in a browser and put "
                    + "its final address in the feeds file"
                : "the address \(reason); correct it in the feeds file")
    }

    /// - Parameters:
    ///   - rule: as it stands in the owner's robots.txt.
    ///   - isOfPage: whether a page was asked for, of which robots.txt is obeyed whatever its source says.
    static func forbidden(by rule: String, origin: String, isOfPage: Bool) -> FetchFailure {
        FetchFailure(
            kind: .robots,
            message: "\(origin)/robots.txt forbids it by '\(rule.prefix(100))'; "
                + (isOfPage ? "ask the owner to allow it there" : leave))
    }

    static func robotsUnavailable(origin: String, isOfPage: Bool) -> FetchFailure {
        FetchFailure(
            kind: .robotsUnavailable,
            message: "\(origin)/robots.txt cannot be read at present, so nothing is asked there; "
                + "tried again next time; if this lasts, "
                + (isOfPage ? "tell the owner" : leave))
    }

    /// The same where robots.txt was asked for.
    var ofRobots: FetchFailure {
        FetchFailure(kind: kind, message: "robots.txt: " + message, status: status)
    }

    /// - Parameter name: of the host, or of the domain whose hosts are asked as one.
    static func resting(_ name: String, for rest: Duration) -> FetchFailure {
        FetchFailure(
            kind: .postponed,
            message: "\(name) wants to be left alone for \(rest.inWords) more; asked after that",
            retryAfterSeconds: Int((rest / .seconds(1)).rounded(.up)))
    }

    static func outOfReach(_ name: String) -> FetchFailure {
        FetchFailure(
            kind: .postponed,
            message:
                "\(name) could not be reached \(HostBook.troubleLimit) times in this run; "
                + "its other feeds are asked in the next one")
    }

    static func shareUsedUp(of name: String, feeds: Int) -> FetchFailure {
        FetchFailure(
            kind: .postponed,
            message:
                "\(name) is asked for \(feeds.counted("feed")) a run at most; asked in a later run")
    }

    /// Of a page whose origin asks for longer pauses than a run waits for.
    static func leftForCrawlDelay(_ delay: Duration, origin: String) -> FetchFailure {
        var failure = FetchFailure(
            kind: .postponed,
            message:
                "\(origin)/robots.txt asks for \(delay.inWords) between two requests (Crawl-delay), so "
                + "a run reads one page there, and this time another one; run more often, or ask the "
                + "owner for a shorter pause")
        failure.isForLongPauses = true
        return failure
    }

    package static let outOfTime = FetchFailure(
        kind: .postponed,
        message: "the run's time was over before its turn; asked first in the next run")

    package static let cancelled = FetchFailure(
        kind: .cancelled, message: "the run was ended before this feed was read; run it again")

    // MARK: - Private

    /// How feeds are read in spite of a robots.txt.
    private static let leave =
        "ask the owner, and with their word write 'robots: {ignore: …}' at this source"

    private init(_ refusal: AddressPolicy.Refusal, host: String) {
        let message =
            switch refusal {
            case .network(let address):
                "\(host) is at the private or reserved address \(address), which is not called; "
                    + "if it is yours, add its network to allow_networks in the feeds file"
            case .port(let port, let address):
                "port \(port) of \(host) is not called, only 80 and 443 are; if it is right, add "
                    + "\(address) to allow_networks in the feeds file"
            case .unknownFamily:
                "\(host) is at an address that is neither IPv4 nor IPv6; correct the address"
            }
        self.init(kind: .refusedAddress, message: message)
    }

    private static func message(_ excess: TransferFault.Excess, host: String) -> String {
        switch excess {
        case .decoded(let limit):
            "the document is larger than \(limit) bytes; raise max_size of this feed, or find a "
                + "smaller feed of the same source"
        case .wire(let limit):
            "\(host) sent more than \(limit) bytes; find a smaller feed of the same source"
        case .headers(let limit):
            "\(host) sent more than \(limit) bytes of headers; tell its owner"
        case .expansion(let limit):
            "the document unpacks to more than \(limit) times its size, as no feed does; check "
                + "the address"
        }
    }

    private static func message(_ problem: TransferFault.Proxy, host: String) -> String {
        let finding: String
        switch problem {
        case .nameNotFound: finding = "the name of the proxy has no address"
        case .notConnected: finding = "the proxy takes no connection"
        case .refuses(let status): finding = "the proxy answers \(status)"
        case .reachesNoHost(let status):
            return "the proxy does not reach \(host), it answers \(status); "
                + "if this lasts, check the address"
        }
        return "\(finding), so that \(host) could not be asked; check proxy in the feeds file"
    }

    private static func message(_ problem: TransferFault.TLS, host: String) -> String {
        switch problem {
        case .certificate(let flaw): message(flaw, host: host)
        case .noHandshake:
            "no secure connection to \(host) could be agreed on; check that the address should "
                + "begin with https"
        }
    }

    private static func message(_ flaw: CertificateFlaw, host: String) -> String {
        switch flaw {
        case .expired:
            "the certificate of \(host) has expired; its owner must renew it"
        case .notYetValid:
            "the certificate of \(host) is not valid yet; check this machine's clock"
        case .selfSigned:
            "the certificate of \(host) is signed by itself; its owner must get one from a "
                + "known authority"
        case .unknownIssuer:
            "the certificate of \(host) comes from an unknown issuer, or the server leaves out "
                + "the link to it; check that ca-certificates is up to date here, or tell its owner"
        case .wrongHost:
            "the certificate of the server is not for the name \(host); check the address"
        case .other:
            "the certificate of \(host) cannot be trusted; tell its owner"
        }
    }

    private static func message(
        _ phase: TransferFault.Phase, after duration: Duration, host: String
    ) -> String {
        let (doing, advice) =
            switch phase {
            case .nameLookup: ("looking up the name \(host)", "check the address")
            case .connect: ("connecting to \(host)", "check the address")
            case .tls: ("agreeing on a secure connection with \(host)", "check the address")
            case .firstByte:
                ("waiting for the first byte from \(host)", "raise timeout of this feed")
            case .body: ("receiving the document from \(host)", "raise timeout of this feed")
            }
        return "out of time after \(duration.inWords), while \(doing); if this lasts, \(advice)"
    }
}

extension Duration {
    /// For messages: `30 s`, `0.3 s`, `15 min`, `4 h`, rounded to what matters.
    var inWords: String {
        let seconds = self / .seconds(1)
        return switch seconds {
        case ..<10: "\((seconds * 10).rounded() / 10) s".replacing(".0 ", with: " ")
        case ..<120: "\(Int(seconds.rounded())) s"
        case ..<7_200: "\(Int((seconds / 60).rounded())) min"
        default: "\(Int((seconds / 3_600).rounded())) h"
        }
    }
}
