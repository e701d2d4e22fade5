/// The address that the ways to one page have in common: for comparing, not for fetching.
///
/// Publishers and platforms hang on to an address what says whence a reader comes, and have a second
/// one for telephones. What is taken away here never tells one page from another.
package enum CanonicalLink {
    /// The address without tracking and session parameters, AMP and mobile host, in the usual spelling
    /// of scheme, host and port.
    ///
    /// A fragment is a place in the page and falls away, but for those that lead to somebody's post,
    /// which end in its number (`#p10`, `#comment-7`), and those that are the page (`#!/a`, `#/a`).
    ///
    /// - Parameter keepsFragment: for entries of a page, which fragments tell one from the next.
    package static func canonical(_ link: String, keepsFragment: Bool = false) -> String {
        guard mayDiffer(link), let address = Address(link) else { return link }
        var canonical = address.unwrapped ?? address
        canonical.normalizeHost()
        canonical.dropAMP()
        canonical.dropParameters { isTracking($0) || isSession($0) || isAMP($0) }
        if !keepsFragment, !canonical.hasTellingFragment { canonical.fragment = "" }
        return canonical.text
    }

    /// The address without what changes from visit to visit, and nothing else.
    package static func withoutVisit(_ link: String) -> String {
        withoutParameters(link) { isTracking($0) || isSession($0) }
    }

    /// The address without the session that a server gave whoever asked for the page.
    package static func withoutSession(_ link: String) -> String {
        withoutParameters(link, isSession)
    }

    /// Whether a parameter says whence a reader comes: `utm_source=rss`.
    package static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        if trackingPrefixes.contains(where: name.hasPrefix) || tracking.contains(name) {
            return true
        }
        // A number there is likely to be the page's own.
        let value = parameter.drop { $0 != "=" }.dropFirst()
        return origins.contains(name) && !value.allSatisfy(\.isNumber)
    }

    // MARK: - Private

    private static let trackingPrefixes = ["utm_", "mtm_", "pk_", "piwik_", "at_", "hsa_"]

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "_ga", "_gl",
        "ref_src", "ref_url", "xtor", "wt_mc", "s_cid", "cmpid", "ncid", "ocid", "smid", "spm",
        "wickedid", "vero_id", "oly_enc_id", "oly_anon_id", "traffic_source",
    ]

    private static let origins: Set<String> = ["ref", "source"]

    private static let sessions: Set<String> = ["phpsessid", "jsessionid", "oscsid", "zenid"]

    /// Forums call a session `sid` or `s`, which are other things elsewhere: there it is 32 digits.
    private static func isSession(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        let value = parameter.drop { $0 != "=" }.dropFirst()
        if name == "sid" || name == "s" {
            return value.utf8.count == 32 && value.allSatisfy(\.isHexDigit)
        }
        return sessions.contains(name) || name.hasPrefix("aspsessionid")
    }

    private static func isAMP(_ parameter: Substring) -> Bool {
        ["amp", "amp=1", "amp=true", "outputtype=amp"].contains(parameter.lowercased())
    }

    private static func withoutParameters(
        _ link: String, _ isLeftOut: (Substring) -> Bool
    ) -> String {
        guard link.utf8.contains(where: { $0 == question || $0 == semicolon }),
            var address = Address(link)
        else { return link }
        let isChanged = address.dropParameters(isLeftOut)
        return isChanged ? address.text : link
    }

    private static let question = UInt8(ascii: "?")
    private static let semicolon = UInt8(ascii: ";")

    /// Whether a look at the bytes cannot rule out that there is something to do, as it can for most.
    private static func mayDiffer(_ link: String) -> Bool {
        var slashes = 0
        var last: UInt8 = 0
        for byte in link.utf8 {
            switch byte {
            case question, semicolon, UInt8(ascii: "#"):
                return true
            case UInt8(ascii: "/"):
                slashes += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where slashes < 3:
                return true
            case UInt8(ascii: ":") where slashes == 2:
                return true
            case UInt8(ascii: "m") where last == UInt8(ascii: "a") || slashes == 2:
                // `amp`, or a host such as `m.` or `mobile.`.
                let startsName = last == UInt8(ascii: "/") || last == UInt8(ascii: ".")
                if last == UInt8(ascii: "a") || startsName { return true }
            default:
                break
            }
            last = byte
        }
        return false
    }
}

/// An absolute address in its parts.
private struct Address {
    /// In lower case.
    var scheme: String
    var host: String
    /// With its slash.
    var path: String
    var query: Substring?
    /// With its `#`.
    var fragment: Substring

    init?(_ link: String) {
        guard let mark = link.firstRange(of: "://") else { return nil }
        scheme = link[..<mark.lowerBound].lowercased()
        let rest = link[mark.upperBound...]
        let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        host = String(rest[..<hostEnd])
        let beforeFragment = rest[hostEnd...].prefix { $0 != "#" }
        fragment = rest[beforeFragment.endIndex...]
        path = String(beforeFragment.prefix { $0 != "?" })
        let question = beforeFragment.firstIndex(of: "?")
        query = question.map { beforeFragment[beforeFragment.index(after: $0)...] }
        guard !host.isEmpty else { return nil }
    }

    var text: String { "\(scheme)://\(host)\(path)\(query.map { "?\($0)" } ?? "")\(fragment)" }

    var hasTellingFragment: Bool {
        guard let last = fragment.last, fragment.utf8.count > 1 else { return false }
        return fragment.hasPrefix("#!") || fragment.hasPrefix("#/")
            || last.isNumber && !fragment.contains("=")
    }

    /// The address that a cache of AMP pages has in its own.
    var unwrapped: Address? {
        let name = host.lowercased()
        let isCache =
            name.hasSuffix(".cdn.ampproject.org")
            || path.hasPrefix("/amp/") && (name == "google.com" || name.hasPrefix("www.google."))
        guard isCache else { return nil }
        // `/c/s/site/page`, `/v/s/site/page`, `/amp/s/site/page`; without `s` it is http.
        var parts = path.split(separator: "/").dropFirst()
        let isSecure = parts.first == "s"
        if isSecure { parts = parts.dropFirst() }
        guard let site = parts.first, site.contains(".") else { return nil }
        return Address("\(isSecure ? "https" : "http")://\(parts.joined(separator: "/"))")
    }

    /// Lower case, without the port that its scheme has anyway and without labels of mobile pages.
    mutating func normalizeHost() {
        host = host.lowercased()
        if scheme == "http" && host.hasSuffix(":80") { host.removeLast(3) }
        if scheme == "https" && host.hasSuffix(":443") { host.removeLast(4) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let kept = labels.enumerated().filter { index, label in
            index + 2 >= labels.count || !["m", "mobile", "amp"].contains(label)
        }
        if kept.count < labels.count {
            host = kept.map(\.element).joined(separator: ".")
        }
    }

    /// `/a/amp`, `/a/amp/`, `/amp/a`, `/a.amp`, `/a.amp.html`.
    mutating func dropAMP() {
        if path.hasSuffix("/amp/") { path.removeLast() }
        if path.hasSuffix("/amp"), path.utf8.count > 4 { path.removeLast(4) }
        if path.hasPrefix("/amp/"), path.utf8.count > 5 { path.removeFirst(4) }
        if path.hasSuffix(".amp.html") { path = "\(path.dropLast(9)).html" }
        if path.hasSuffix(".amp") { path.removeLast(4) }
    }

    /// - Returns: whether there were any.
    @discardableResult mutating func dropParameters(_ isLeftOut: (Substring) -> Bool) -> Bool {
        var isChanged = false
        if let semicolon = path.firstIndex(of: ";") {
            let parameters = path[path.index(after: semicolon)...].split(separator: ";")
            let kept = parameters.filter { !isLeftOut($0) }
            if kept.count < parameters.count {
                path = ([String(path[..<semicolon])] + kept.map(String.init))
                    .joined(separator: ";")
                isChanged = true
            }
        }
        if let query {
            // Some publishers write `&amp;` where a feed wants `&`.
            let parameters = query.replacing("&amp;", with: "&").split(separator: "&")
            let kept = parameters.filter { !isLeftOut($0) }
            if kept.count < parameters.count || parameters.isEmpty {
                self.query = kept.isEmpty ? nil : Substring(kept.joined(separator: "&"))
                isChanged = true
            }
        }
        return isChanged
    }
}
