package import Foundation
package import Model
import Parsing

/// The parsing stage by itself: `earshot parse`.
package enum StandaloneParsing {
    /// - Parameter now: the moment after which dates are still to come, which is told of.
    /// - Throws: `RunError.badInput` when the document is no feed or page at all.
    package static func parse(
        _ bytes: [UInt8], url: String?, contentType: String?, kind: Source.Kind,
        selectors: PageSelectors?, now: Date
    ) throws(RunError) -> ParsedDocument {
        do {
            return try DocumentParser().parse(
                bytes, url: url, contentType: contentType, kind: kind, selectors: selectors,
                maximumEntries: Feed.Limits.standard.maximumEntries, now: now)
        } catch {
            throw .badInput(error.description)
        }
    }
}
