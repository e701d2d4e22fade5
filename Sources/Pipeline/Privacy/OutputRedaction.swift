import Foundation
import Model
import Reporting

/// Removes what was erased from the reports in `out/`.
///
/// Reports are rewritten with a note, and their pages are made anew from them; reports of a time that
/// was erased as a whole are deleted, and so are reports that cannot be read and pages without their
/// report: whom those tell of nobody can say. At the end the manifest lists the files as they now are.
struct OutputRedaction {
    let output: OutputFolder
    let erasure: Erasure
    let hashes: PrivacyHashes

    /// - Returns: paths below `out/`, sorted; those that an interrupted attempt had done are among the
    ///   rewritten.
    func apply() throws(RunError) -> (rewritten: [String], removed: [String]) {
        var changes = Changes()
        let made = [Manifest.name, IndexFiles.name, WallboardFile.jsonName]
        for name in try output.files() where name.hasSuffix(".json") && !made.contains(name) {
            try redact(name, &changes)
        }
        for page in try output.files() where page.hasSuffix(".html") {
            let stem = String(page.dropLast(".html".count))
            guard isOfReport(stem), !output.holds(stem + ".json") else { continue }
            if try output.remove(page) { changes.removed.insert(page) }
        }
        try IndexFiles(output: output).renew()
        try WallboardFile(output: output).renew()
        try Manifest.renew(in: output)
        return (changes.rewritten.sorted(), changes.removed.sorted())
    }

    // MARK: - Private

    private struct Changes {
        var rewritten: Set<String> = []
        var removed: Set<String> = []
    }

    private func redact(_ name: String, _ changes: inout Changes) throws(RunError) {
        let bytes = try output.read(name)
        let stem = String(name.dropLast(".json".count))
        let report: JSONTree
        do {
            report = try JSONDecoder().decode(JSONTree.self, from: bytes)
        } catch {
            // Somebody else's, unless it has a report's name and is damaged; its page goes with it.
            if isOfReport(stem), try output.remove(name) { changes.removed.insert(name) }
            return
        }
        let page = stem + ".html"
        if isOfErasedTime(report) {
            for name in [name, page] where try output.remove(name) { changes.removed.insert(name) }
            return
        }
        let redactor = ReportRedactor(erasure: erasure, hashes: hashes)
        let isDone = bytes.range(of: Data(redactor.mark.utf8)) != nil
        let isOfRun = name.hasPrefix(OutputFolder.runs + "/") && erasure.entries > 0
        let silent = isOfRun ? report.withoutDeliveryReasons : report
        let redacted = redactor.redacted(silent) ?? (silent == report ? nil : silent)
        guard redacted != nil || isDone else { return }
        if let redacted { _ = try output.write(json: redacted, to: name) }
        changes.rewritten.insert(name)
        // After an interruption the page may be the old one yet.
        try renew(page, of: name, &changes)
    }

    /// Makes a report's page again; one that this version cannot make is removed.
    private func renew(_ page: String, of name: String, _ changes: inout Changes) throws(RunError) {
        guard output.holds(page) else { return }
        let bytes = try output.read(name)
        let html: String
        do {
            html =
                name.hasPrefix("trends/")
                ? try Reports.html(of: try ContractJSON.decode(Trends.self, from: bytes))
                : try Reports.html(of: try ContractJSON.decode(Digest.self, from: bytes))
        } catch {
            if try output.remove(page) { changes.removed.insert(page) }
            return
        }
        _ = try output.write(Data(html.utf8), to: page)
        changes.rewritten.insert(page)
    }

    /// Whether a file, less its ending, has the name that we give a digest or trend report.
    ///
    /// How far back it tells its name does not say: a day's digest begins where the last one ended.
    private func isOfReport(_ stem: String) -> Bool {
        let parts = stem.split(separator: "/").map(String.init)
        return parts.count == 2 && ["digests", "trends"].contains(parts[0])
            && DigestName.isName(parts[1])
    }

    /// Whether everything in a report was said before the time from which on entries are kept.
    private func isOfErasedTime(_ report: JSONTree) -> Bool {
        guard let before = erasure.suppression.before else { return false }
        let end = report["window"]?["through"] ?? report["period"]?["to"] ?? report["now"]
        return end?.date.map { $0 <= before } ?? false
    }
}
