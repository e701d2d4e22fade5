import Foundation
import Model

/// Reads the mapping `auth:` of a source.
enum AuthorizationReader {
    private enum Key: String, CaseIterable {
        case user, password, bearer, header, value
    }

    /// `nil` once a mistake is noted.
    static func authorization(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> Authorization? {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let ways = [[Key.user, .password], [.bearer], [.header, .value]].filter { keys in
            keys.contains { fields[$0] != nil }
        }
        switch ways.count {
        case 0: errors.append(RuleError(.fetching(.noAuthorization), at: fields.place))
        case 1: return authorization(by: ways[0][0], fields, noting: &errors)
        default: errors.append(RuleError(.fetching(.twoAuthorizations), at: fields.place))
        }
        return nil
    }

    /// Whether what is sent there cannot be read on the way: https, or never leaving this machine.
    static func isSafe(toSendTo address: String) -> Bool {
        guard let parts = URLComponents(string: address) else { return false }
        if parts.scheme?.lowercased() == "https" { return true }
        return AddressPolicy.isLoopback(host: parts.host ?? "")
    }

    // MARK: - Private

    private static func authorization(
        by way: Key, _ fields: Fields<Key>, noting errors: inout [RuleError]
    ) -> Authorization? {
        switch way {
        case .user, .password:
            let user = errors.noting(try fields.required(.user).userName())
            let password = errors.noting(try fields.required(.password).secret())
            guard let user, let password else { return nil }
            return .basic(user: user, password: password)
        case .bearer:
            return errors.noting(try .bearer(fields.required(.bearer).secret()))
        case .header, .value:
            let name = errors.noting(try fields.required(.header).headerName())
            let value = errors.noting(try fields.required(.value).secret())
            guard let name, let value else { return nil }
            return .header(name: name, value: value)
        }
    }
}

extension YAMLValue {
    /// `secret:env:NAME` or `secret:file:PATH`; what else stands there is never repeated.
    func secret() throws(RuleError) -> SecretReference {
        let text = try text()
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "secret", !parts[2].isEmpty else {
            throw RuleError(.fetching(.plainSecret), at: place)
        }
        let name = String(parts[2])
        switch parts[1] {
        case "env":
            guard name.utf8.allSatisfy(Self.isPartOfVariable), name.first?.isNumber == false else {
                throw RuleError(.fetching(.badVariable), at: place)
            }
            return .environment(name)
        case "file": return .file(try insideWorkspace(name))
        default: throw RuleError(.fetching(.plainSecret), at: place)
        }
    }

    /// RFC 7617 §2: neither a colon, which ends the name, nor a control character.
    func userName() throws(RuleError) -> String {
        let text = try text()
        guard text.unicodeScalars.allSatisfy({ $0 != ":" && $0.value >= 0x20 && $0.value != 0x7F })
        else { throw RuleError(.fetching(.colonInUser), at: place) }
        return text
    }

    /// A token (RFC 9110 §5.6.2) that changes nothing about the request but who is asking.
    fileprivate func headerName() throws(RuleError) -> String {
        let text = try text()
        guard text.utf8.allSatisfy(Self.isPartOfToken) else {
            throw RuleError(.fetching(.badHeader(text)), at: place)
        }
        switch text.lowercased() {
        case "authorization": throw RuleError(.fetching(.authorizationHeader), at: place)
        case let name where Self.ownHeaders.contains(name):
            throw RuleError(.fetching(.ownHeader(text)), at: place)
        default: return text
        }
    }

    /// What Earshot or libcurl write, what frames a message, and what cookies would keep.
    private static let ownHeaders: Set<String> = [
        "a-im", "accept", "accept-encoding", "connection", "content-encoding", "content-length",
        "content-type", "cookie", "cookie2", "expect", "forwarded", "host", "if-match",
        "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "keep-alive",
        "proxy-authorization", "proxy-connection", "range", "referer", "te", "trailer",
        "transfer-encoding", "upgrade", "user-agent", "via",
    ]

    private static func isPartOfVariable(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
    }

    private static func isPartOfToken(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
