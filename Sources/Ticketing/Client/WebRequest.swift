import Foundation

/// One request to a ticket system.
package struct WebRequest: Hashable, Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
    }

    package let method: Method
    /// Behind the system's address, percent-encoded, with the query.
    package let path: String
    /// Besides those that say who we are.
    package var headers: [String]
    package var body: [UInt8]?

    init(_ method: Method, _ path: String, headers: [String] = [], body: [UInt8]? = nil) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// - Parameter query: in this order; names and values are encoded here.
    static func get(_ path: String, _ query: [(String, String)] = []) -> WebRequest {
        let pairs = query.map { "\($0.encodedForQuery)=\($1.encodedForQuery)" }
        return WebRequest(
            .get, pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&"))
    }

    static func json(
        _ method: Method, _ path: String, _ body: JSON, headers: [String] = []
    ) -> WebRequest {
        WebRequest(
            method, path, headers: ["Content-Type: application/json"] + headers,
            body: Array(body.bytes))
    }
}

/// What a server answered.
package struct WebAnswer: Hashable, Sendable {
    package let status: Int
    /// Names in small letters; of several the last.
    package let headers: [String: String]
    package let body: [UInt8]
    /// What the body says; read once, as a list of an export has megabytes.
    let json: JSON?

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
        json = JSON(body)
    }
}

extension WebAnswer {
    /// The same without these texts; those too short to be secrets stay.
    func hiding(_ secrets: [String]) -> WebAnswer {
        let shown = secrets.map { Array($0.utf8) }.filter { $0.count >= 8 && body.contains($0) }
        guard !shown.isEmpty else { return self }
        let hidden = shown.reduce(body) { $0.replacing($1, with: Array("(hidden)".utf8)) }
        return WebAnswer(status: status, headers: headers, body: hidden)
    }
}

/// Why there is no answer.
package enum WebFault: Error, Hashable, Sendable {
    /// Nothing of the request can have been taken up: no address, no connection, no encryption.
    case unsent(String)
    /// It may have been.
    case unanswered(String)
}

extension String {
    /// Only what RFC 3986 §2.3 leaves as it is.
    var encodedForQuery: String {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        return utf8.reduce(into: "") { text, byte in
            if allowed.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
