// The mapping `fetching:` of a feeds file.

extension FetchingSettings {
    private enum Key: String, CaseIterable {
        case contact
        case allowNetworks = "allow_networks"
        case allowPorts = "allow_ports"
        case proxy, concurrency
        case maximumBytesInFlight = "max_bytes_in_flight"
        case deadline
        case pausePerHost = "pause_per_host"
        case pausePerPage = "pause_per_page"
        case atOncePerHost = "at_once_per_host"
        case hosts
    }

    init(reading value: YAMLValue, noting errors: inout [RuleError]) {
        self = .standard
        guard let fields = Fields<Key>(value, noting: &errors) else { return }
        contact = errors.noting(try fields[.contact]?.contact())
        allowedNetworks = fields.list(.allowNetworks, of: YAMLValue.network, noting: &errors)
        allowedPorts = Set(fields.list(.allowPorts, of: YAMLValue.port, noting: &errors))
        proxy = errors.noting(try fields[.proxy]?.proxyAddress())
        if let number = errors.noting(try fields[.concurrency]?.wholeNumber(in: 1...1_000)) {
            concurrency = number
        }
        let size = errors.noting(
            try fields[.maximumBytesInFlight]?.sizeInBytes(atMost: 4_000_000_000))
        if let size { maximumBytesInFlight = size }
        deadline = errors.noting(try fields[.deadline]?.durationAboveZero())
        if let pause = errors.noting(try fields[.pausePerHost]?.duration()) {
            pausePerHost = pause
        }
        if let pause = errors.noting(try fields[.pausePerPage]?.duration()) {
            pausePerPage = pause
        }
        if let number = errors.noting(try fields[.atOncePerHost]?.wholeNumber(in: 1...10)) {
            atOncePerHost = number
        }
        if let value = fields[.hosts] { readHosts(value, noting: &errors) }
    }

    // MARK: - Private

    private mutating func readHosts(_ value: YAMLValue, noting errors: inout [RuleError]) {
        for (key, value) in errors.noting(try value.pairs()) ?? [] {
            guard let domain = errors.noting(try key.domain()) else { continue }
            if hosts[domain] != nil {
                errors.append(RuleError(.duplicateKeys([domain]), at: key.place))
            }
            hosts[domain] = HostTerms(reading: value, noting: &errors)
        }
    }
}

extension HostTerms {
    private enum Key: String, CaseIterable {
        case pause
        case atOnce = "at_once"
        case perRun = "per_run"
    }

    fileprivate init(reading value: YAMLValue, noting errors: inout [RuleError]) {
        self.init()
        guard let fields = Fields<Key>(value, noting: &errors) else { return }
        pause = errors.noting(try fields[.pause]?.duration())
        if let number = errors.noting(try fields[.atOnce]?.wholeNumber(in: 1...10)) {
            atOnce = number
        }
        perRun = errors.noting(try fields[.perRun]?.wholeNumber(in: 1...100_000))
    }
}
