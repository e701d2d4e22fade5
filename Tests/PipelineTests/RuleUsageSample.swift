import Foundation
import Model
import Pipeline

extension TestWorkspace {
    /// One that has heard these posts, all of one file, on the morning of 22 November 2026.
    static func hearing(
        _ posts: [Post], _ files: [String: String] = [:],
        archiveIn archive: ArchivePlace = .folder
    ) async throws -> TestWorkspace {
        let feed = [
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": postRSS(posts),
        ]
        let folder = try TestWorkspace(
            feed.merging(files, uniquingKeysWith: { $1 }), archiveIn: archive)
        _ = try await folder.crawl()
        return folder
    }

    /// As of that morning.
    func usage(_ change: (inout RuleUsage.Options) -> Void = { _ in }) throws(RunError)
        -> RuleUsageReport
    {
        var options = RuleUsage.Options(now: .crawlDay(0))
        change(&options)
        return try RuleUsage(workspace: workspace, options: options).report()
    }
}

extension RuleUsageReport {
    /// The first rule of a kind that goes by this name.
    func rule(_ kind: UsedRule.Kind, _ name: String) -> Rule? {
        rules.first { $0.rule.kind == kind && $0.rule.name == name }
    }

    /// Entries of the period, of the time before, and of all times.
    func counts(_ kind: UsedRule.Kind, _ name: String) -> [Int?] {
        let rule = rule(kind, name)
        return [rule?.entries, rule?.entriesBefore, rule?.entriesEver]
    }
}

extension Date {
    /// When a post of this day was said.
    static func post(day: Double) -> Date {
        Date(timeIntervalSince1970: 1_795_262_400 + day * 86_400)
    }
}
