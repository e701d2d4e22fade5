import Foundation
import Model

// Addresses that a feeds file gives: of feeds, of ourselves, of networks.

extension YAMLValue {
    /// An http or https address with a host and without user or password.
    func webAddress() throws(RuleError) -> String {
        let text = try text()
        guard !text.contains(where: \.isWhitespace) else {
            throw RuleError(.spaceInURL, at: place)
        }
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            ["http", "https"].contains(parts.scheme?.lowercased())
        else { throw RuleError(.badURL(text), at: place) }
        guard !text.contains("&amp;") else { throw RuleError(.entityInURL, at: place) }
        try checkUserAndPort(of: parts)
        return text
    }

    /// - Throws: where an address has a user name or password in it, or a port that no server has.
    func checkUserAndPort(of parts: URLComponents) throws(RuleError) {
        guard parts.user == nil, parts.password == nil else {
            throw RuleError(.passwordInURL, at: place)
        }
        if let port = parts.impossiblePort { throw RuleError(.badPort(port), at: place) }
    }

    /// A path that, if it is relative, stays in the workspace.
    func workspacePath() throws(RuleError) -> String {
        try insideWorkspace(try text())
    }

    /// The same for a path that is a part of this value.
    func insideWorkspace(_ path: String) throws(RuleError) -> String {
        guard !path.hasPrefix("/") else { return path }
        var depth = 0
        for part in path.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { throw RuleError(.pathLeavesWorkspace(path), at: place) }
        }
        return path
    }

    /// A web or mail address.
    func contact() throws(RuleError) -> String {
        let text = try text()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        // It goes into a header, so nothing that could end one.
        let isOneWord = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 }
        guard isOneWord, isMail || isWeb else { throw RuleError(.badContact(text), at: place) }
        return text
    }

    /// A network in CIDR form: `10.0.0.0/8`, `fd00::/8`.
    ///
    /// `10.1.2.3/8` is refused: who writes the one address hardly means to open all the others.
    func network() throws(RuleError) -> String {
        let text = try text()
        let length = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().last
        guard length.flatMap({ Decimals.wholeNumber($0) }) != nil, !text.contains("%"),
            let network = Network(text)
        else { throw RuleError(.badNetwork(text), at: place) }
        let address = text.prefix { $0 != "/" }
        guard NetworkAddress(address) == network.first else {
            throw RuleError(
                .addressInNetwork(text, network: network, address: String(address)), at: place)
        }
        return text
    }

    func port() throws(RuleError) -> Int {
        try wholeNumber(in: 1...65_535)
    }

    /// An http, https or socks5h address of a host alone, without user or password.
    ///
    /// With `socks5` the names would be looked up here, where the proxy's answer may differ.
    func proxyAddress() throws(RuleError) -> String {
        let text = try text()
        guard !text.contains(where: \.isWhitespace), let parts = URLComponents(string: text),
            ["http", "https", "socks5h"].contains(parts.scheme?.lowercased()),
            let host = parts.host, !host.isEmpty, ["", "/"].contains(parts.path),
            parts.query == nil, parts.fragment == nil
        else { throw RuleError(.fetching(.badProxy(text)), at: place) }
        try checkUserAndPort(of: parts)
        return text
    }

    /// The name of a domain (RFC 1123 §2.1), in small letters.
    func domain() throws(RuleError) -> String {
        let text = try text().lowercased()
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy(Self.isLabel) else {
            throw RuleError(.fetching(.badDomain(text)), at: place)
        }
        return text
    }

    // MARK: - Private

    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}
