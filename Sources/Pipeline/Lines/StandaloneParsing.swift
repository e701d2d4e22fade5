package import Foundation
package import Model
import Parsing
import RuleLoading

/// The parsing stage by itself: `earshot parse`.
package enum StandaloneParsing {
    /// The first feed of a source, switched on or not, and the zone of the workspace's clocks.
    package static func feed(_ source: String, in workspace: Workspace) throws(RunError)
        -> (feed: Feed, timeZone: TimeZone)
    {
        let configuration = try workspace.load()
        let all = configuration.feeds.listed
        guard let feed = all.first(where: { $0.source.id.value == source }) else {
            throw .badInput(
                "there is no source '\(source)'; there are "
                    + Set(all.map(\.source.id.value)).sorted().joined(separator: ", "))
        }
        return (feed, TimeZone(identifier: configuration.rules.routing.timeZone) ?? .gmt)
    }

    /// What is known of a document of `unreadable/`, and the workspace that it lies in; `nil` for any
    /// other file.
    package static func kept(_ file: String) -> (document: UnreadDocument, workspace: Workspace)? {
        let place = URL(filePath: file).standardizedFileURL
        let folder = place.deletingLastPathComponent()
        let workspace = Workspace(
            path: folder.deletingLastPathComponent().path(percentEncoded: false))
        let name = place.lastPathComponent
        guard folder.lastPathComponent == UnreadFolder.name,
            name.hasSuffix(UnreadDocument.documentSuffix),
            let document = UnreadFolder(of: workspace).note(
                name.dropLast(UnreadDocument.documentSuffix.count) + UnreadDocument.noteSuffix)
        else { return nil }
        return (document, workspace)
    }

    /// - Parameters:
    ///   - now: the moment after which dates are still to come, which is told of.
    ///   - timeZone: of the dates of pages that name none, where the source does not say it.
    ///   - sourceTimeZone: an IANA name, of dates that name none; `nil` where the source does not say it.
    /// - Throws: `RunError.badInput` when the document is no feed or page at all.
    package static func parse(
        _ bytes: [UInt8], url: String?, contentType: String?, kind: Source.Kind,
        selectors: PageSelectors?, now: Date, timeZone: TimeZone = .gmt,
        sourceTimeZone: String? = nil
    ) throws(RunError) -> ParsedDocument {
        do {
            return try DocumentParser(timeZone: timeZone).parse(
                bytes, url: url, contentType: contentType, kind: kind, selectors: selectors,
                maximumEntries: Feed.Limits.standard.maximumEntries,
                timeZone: sourceTimeZone.flatMap(TimeZone.init(identifier:)), now: now)
        } catch {
            throw .badInput(error.description)
        }
    }
}

extension Feed {
    /// `nil` for a file of the operator's own.
    package var webAddress: String? {
        if case .url(let url) = address { url } else { nil }
    }
}
