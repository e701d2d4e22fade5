import Model

/// Reads one item of `sending: channels:`.
struct NoticeChannelReader {
    let fields: Fields<Key>
    private let value: YAMLValue

    enum Key: String, CaseIterable {
        case id, type, url, user, token, from, to, language, timeout
        case whenUnsure = "when_unsure"
        case certificateFile = "ca_file"
    }

    /// `nil` if the value is no mapping at all.
    init?(_ value: YAMLValue, noting errors: inout [RuleError]) {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        self.fields = fields
        self.value = value
    }

    /// `nil` once a mistake is noted.
    func channel(id: NoticeChannel.ID, noting errors: inout [RuleError]) -> NoticeChannel? {
        let before = errors.count
        let kind = errors.noting(
            try fields.required(.type).choice(of: "type", NoticeChannel.Kind.self))
        guard let kind else { return nil }
        checkSettings(of: kind, noting: &errors)
        let address = address(of: kind, noting: &errors)
        let user = errors.noting(try fields[.user]?.text())
        let secret = errors.noting(try fields[.token]?.secret())
        if kind == .email, (user == nil) != (secret == nil) {
            errors.append(RuleError(.mail(.halfCredentials), at: fields.place))
        }
        let from = errors.noting(try fields[.from]?.mailAddress())
        var to: [MailAddress] = []
        for item in errors.noting(try fields[.to]?.listOrSingle()) ?? [] {
            if let address = errors.noting(try item.mailAddress()) { to.append(address) }
        }
        let language = errors.noting(
            try fields[.language]?.choice(of: "language", ReportLanguage.self))
        let timeout = errors.noting(
            try fields[.timeout]?.duration(
                in: .milliseconds(100)...(.seconds(300)), written: ("100ms", "5m")))
        let whenUnsure = errors.noting(
            try fields[.whenUnsure]?.choice(of: "answer", WhenUnsure.self))
        let certificateFile = errors.noting(try fields[.certificateFile]?.workspacePath())
        guard let address, errors.count == before else { return nil }
        // A mail server looks into a whole message before it takes it, which may be for minutes (RFC 5321
        // §4.5.3.2.6). A webhook is told by the key what it has had before.
        return NoticeChannel(
            id: id, kind: kind, address: address, user: user, secret: secret, from: from, to: to,
            language: language, timeout: timeout ?? (kind == .email ? .seconds(120) : .seconds(30)),
            whenUnsure: whenUnsure ?? (kind == .webhook ? .resend : .hold),
            certificateFile: certificateFile, place: value.place)
    }

    // MARK: - Private

    /// What the kind needs must be there, and what it cannot use must not.
    private func checkSettings(of kind: NoticeChannel.Kind, noting errors: inout [RuleError]) {
        let (required, useless): ([Key], [Key]) =
            switch kind {
            case .email: ([.url, .from, .to], [])
            case .slack, .teams: ([.url], [.user, .token, .from, .to])
            case .webhook: ([.url, .token], [.user, .from, .to])
            }
        for key in required where fields[key] == nil {
            errors.append(RuleError(.missingKey(key.rawValue), at: fields.place))
        }
        for key in useless {
            guard let value = fields[key] else { continue }
            let mistake = MailMistake.useless(key: key.rawValue, kind: kind.rawValue)
            errors.append(RuleError(.mail(mistake), at: value.place))
        }
    }

    private func address(
        of kind: NoticeChannel.Kind, noting errors: inout [RuleError]
    ) -> NoticeChannel.Address? {
        guard let url = fields[.url] else { return nil }
        switch kind {
        case .email: return errors.noting(try url.mailServer()).map { .plain($0) }
        case .slack, .teams: return errors.noting(try url.secret()).map { .secret($0) }
        case .webhook:
            guard let text = errors.noting(try url.webAddress()) else { return nil }
            guard AuthorizationReader.isSafe(toSendTo: text) else {
                errors.append(RuleError(.fetching(.unencrypted), at: url.place))
                return nil
            }
            return .plain(text)
        }
    }
}
