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
        case atOncePerAddress = "at_once_per_address"
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
        if let number = errors.noting(try fields[.atOncePerAddress]?.wholeNumber(in: 1...100)) {
            atOncePerAddress = number
        }
        let limit = atOncePerAddress
        if let number = errors.noting(try fields[.atOncePerHost]?.atOnce(atAddress: limit)) {
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
            hosts[domain] = HostSettings(
                reading: value, atOncePerAddress: atOncePerAddress, noting: &errors)
        }
    }
}

extension HostSettings {
    private enum Key: String, CaseIterable {
        case pause
        case atOnce = "at_once"
        case perRun = "per_run"
    }

    fileprivate init(
        reading value: YAMLValue, atOncePerAddress limit: Int, noting errors: inout [RuleError]
    ) {
        self.init()
        guard let fields = Fields<Key>(value, noting: &errors) else { return }
        pause = errors.noting(try fields[.pause]?.duration())
        if let number = errors.noting(try fields[.atOnce]?.atOnce(atAddress: limit)) {
            atOnce = number
        }
        perRun = errors.noting(try fields[.perRun]?.wholeNumber(in: 1...100_000))
    }
}

extension YAMLValue {
    /// How many requests a host may be at work on, which an address must have room for.
    fileprivate func atOnce(atAddress limit: Int) throws(RuleError) -> Int {
        let number = try wholeNumber(in: 1...10)
        guard number <= limit else {
            throw RuleError(.fetching(.moreThanAtAddress(number, limit: limit)), at: place)
        }
        return number
    }
}
