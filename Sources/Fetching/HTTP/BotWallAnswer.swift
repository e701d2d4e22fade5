/// The answer of a guard before a site that lets browsers in and turns programs away.
///
/// It is recognised by what it sends in place of the document: a header of its own, or words of its
/// page.
struct BotWallAnswer: Hashable {
    /// Whose guard it is.
    let name: String

    /// `nil` when the answer comes from the site itself.
    init?(_ response: HTTPResponse) {
        if response[.cfMitigated]?.lowercased() == "challenge" {
            name = "Cloudflare"
            return
        }
        guard [401, 403, 405, 406, 429, 503].contains(response.status),
            let found = Self.marks.first(where: { response.body.prefix(16_384).holds($0.mark) })
        else { return nil }
        name = found.name
    }

    // MARK: - Private

    private static let marks: [(mark: [UInt8], name: String)] = [
        ("_cf_chl_opt", "Cloudflare"), ("cf-chl-", "Cloudflare"),
        ("geo.captcha-delivery.com", "DataDome"), ("_Incapsula_Resource", "Imperva"),
        ("sucuri.net", "Sucuri"), ("px-captcha", "HUMAN"), ("/_guard/", "a guard"),
        ("aws-waf-token", "AWS WAF"), ("ddos-guard", "DDoS-Guard"), ("anubis_challenge", "Anubis"),
    ].map { (Array($0.0.utf8), $0.1) }
}

extension Collection<UInt8> {
    fileprivate func holds(_ mark: [UInt8]) -> Bool {
        guard let first = mark.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: mark) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
