package import Model

/// Which feeds are asked one after the other, as they lie on one host, or on the hosts of a domain
/// that are asked as one.
package struct HostGroups: Sendable {
    private let terms: HostTerms

    package init(_ settings: FetchSettings) {
        terms = HostTerms(settings)
    }

    /// - Returns: `nil` for a file, and for an address that is none: such are asked of nobody.
    package func name(of feed: Feed) -> String? {
        guard case .url(let url) = feed.address else { return nil }
        do throws(WebAddress.Refusal) {
            guard case .host(let name) = terms.line(ofHost: try WebAddress(url).host) else {
                return nil
            }
            return name
        } catch {
            // Fetching it will say what is wrong with it.
            return nil
        }
    }

    /// Least time between two starts at the hosts of this name.
    package func pause(of name: String) -> Duration { terms.terms(of: .host(name)).pause }
}
