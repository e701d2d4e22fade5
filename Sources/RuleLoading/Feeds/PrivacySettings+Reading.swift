import Masking

// The mapping `privacy:` of a feeds file.

extension PrivacySettings {
    private enum Key: String, CaseIterable {
        case mask, unmasked, retention
    }

    private enum RetentionKey: String, CaseIterable {
        case mentions, entries, authors, reports, runs
    }

    init(reading value: YAMLValue, noting errors: inout [RuleError]) {
        self = .standard
        guard let fields = Fields<Key>(value, noting: &errors) else { return }
        if let masks = errors.noting(try fields[.mask]?.trueOrFalse()) { isMasking = masks }
        for item in errors.noting(try fields[.unmasked]?.list()) ?? [] {
            guard let contact = errors.noting(try item.text()) else { continue }
            do {
                try unmasked.insert(contact)
            } catch {
                errors.append(RuleError(.privacy(.noContact(contact)), at: item.place))
            }
        }
        let limits = fields.fields(.retention, of: RetentionKey.self, noting: &errors)
        guard let limits else { return }
        retention.mentions = errors.noting(try limits[.mentions]?.retention())
        retention.entries = errors.noting(try limits[.entries]?.retention())
        retention.authors = errors.noting(try limits[.authors]?.retention())
        retention.reports = errors.noting(try limits[.reports]?.retention())
        retention.runs = errors.noting(try limits[.runs]?.retention())
    }
}

extension YAMLValue {
    /// A day at least, so that nothing goes before it has been in a digest; ten years at most.
    fileprivate func retention() throws(RuleError) -> Duration {
        let day = Duration.seconds(86_400)
        return try duration(in: day...(day * 3_660), written: ("1d", "3660d"))
    }
}
