package import Foundation
package import Model

/// One line of `earshot parse --lines`: a document in, its entries out.
package struct ParseLine: Sendable {
    private let kind: Source.Kind
    private let selectors: PageSelectors?
    private let now: Date

    /// - Parameters:
    ///   - kind: of a document that does not say its own.
    ///   - selectors: how pages are read; `nil` for the built-in recipes.
    ///   - now: the moment after which dates are still to come, which is told of.
    package init(kind: Source.Kind, selectors: PageSelectors?, now: Date) {
        self.kind = kind
        self.selectors = selectors
        self.now = now
    }

    /// The line to write for a line read: what `earshot parse` prints, under the line's id.
    ///
    /// A bad line, or a document that is none, gives a line that says so.
    package func output(for line: InputLine) -> Data {
        guard !line.isCut else { return LineFailure(cut: line).line }
        let input: Input
        do {
            input = try ContractJSON.decode(Input.self, from: line.json)
        } catch {
            return LineFailure(of: line, error).line
        }
        do throws(RunError) {
            return try output(for: input)
        } catch {
            return LineFailure(id: input.id, error: error.description).line
        }
    }

    // MARK: - Private

    private struct Input: Decodable {
        let id: LineID
        /// As it was served; base64 in the line (RFC 4648 §4).
        let body: Data
        let url: String?
        let contentType: String?
        let kind: Source.Kind?
    }

    private struct Output: Encodable {
        let id: LineID
        let document: ParsedDocument

        private enum CodingKeys: CodingKey {
            case id
        }

        func encode(to encoder: any Encoder) throws {
            try document.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
        }
    }

    private func output(for input: Input) throws(RunError) -> Data {
        let document = try StandaloneParsing.parse(
            [UInt8](input.body), url: input.url, contentType: input.contentType,
            kind: input.kind ?? kind, selectors: selectors, now: now)
        do {
            return try ContractJSON.encode(Output(id: input.id, document: document))
        } catch {
            throw .bug("a document cannot be encoded: \(error)")
        }
    }
}
