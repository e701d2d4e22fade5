/// How to behave toward those we fetch from, as the mapping `fetching:` of a feeds file says.
package struct FetchingSettings: Hashable, Sendable {
    /// A web or mail address for the User-Agent, where a publisher can complain.
    package var contact: String?
    /// Private networks that may be fetched from, in CIDR form: `10.0.0.0/8`.
    package var allowedNetworks: [String]
    /// How many feeds are fetched at once, 1 … 1,000.
    package var concurrency: Int
    /// Between the starts of two requests to one host.
    package var pausePerHost: Duration

    package init(
        contact: String? = nil, allowedNetworks: [String] = [], concurrency: Int = 64,
        pausePerHost: Duration = .seconds(1)
    ) {
        self.contact = contact
        self.allowedNetworks = allowedNetworks
        self.concurrency = concurrency
        self.pausePerHost = pausePerHost
    }

    package static let standard = FetchingSettings()
}

extension FetchingSettings {
    private enum Key: String, CaseIterable {
        case contact
        case allowNetworks = "allow_networks"
        case concurrency
        case pausePerHost = "pause_per_host"
    }

    init(reading value: YAMLValue, noting errors: inout [RuleError]) {
        self = .standard
        guard let fields = Fields<Key>(value, noting: &errors) else { return }
        contact = errors.noting(try fields[.contact]?.contact())
        allowedNetworks = fields.list(.allowNetworks, of: YAMLValue.network, noting: &errors)
        if let number = errors.noting(try fields[.concurrency]?.wholeNumber(in: 1...1_000)) {
            concurrency = number
        }
        if let pause = errors.noting(try fields[.pausePerHost]?.duration()) {
            pausePerHost = pause
        }
    }
}
