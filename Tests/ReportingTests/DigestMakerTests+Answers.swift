import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What needs an answer, and by when.
extension DigestMakerTests {
    @Test func `what needs an answer comes most severe first, then by what is due first`() {
        let question = [CategoryTag.sample("question")]
        let digest = SampleReports.digest(of: [
            Self.zefirnet(1, .neutral, categories: question),
            Self.zefirnet(2, .neutral, severity: .critical),
            Self.zefirnet(3, .neutral, categories: question, at: Self.noon - 7_200),
            Self.zefirnet(4, .neutral, severity: .high),
            Self.zefirnet(5, .neutral),
            .sample(
                6, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")], categories: question),
        ])
        #expect(
            digest.needsAnswer.items.map(\.mention) == [
                "2-zefirnet", "4-zefirnet", "1-zefirnet", "3-zefirnet",
            ])
        #expect(digest.needsAnswer.counts == Counts(mentions: 4, stories: 4))
    }

    @Test func `a story that is reprinted is answered once`() throws {
        let complaint = [CategoryTag.sample("complaint")]
        let digest = SampleReports.digest(of: [
            Self.zefirnet(1, .negative, categories: complaint),
            Self.zefirnet(2, .negative, story: 1, categories: complaint),
            Self.zefirnet(3, .negative, story: 1, categories: complaint),
        ])
        let item = try #require(digest.needsAnswer.items.first)
        #expect(digest.needsAnswer.items.count == 1)
        #expect(item.copies == 2)
        #expect(digest.needsAnswer.counts == Counts(mentions: 3, stories: 1))
    }

    @Test func `time to answer runs in the team's hours from when it was heard`() throws {
        let entry = HeardEntry.sample(
            1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
            at: .at("2026-11-20T10:00:00Z"), heardAt: .at("2026-11-22T12:00:00Z"),
            severity: .critical)
        let item = try #require(SampleReports.digest(of: [entry]).needsAnswer.items.first)
        #expect(item.answerBy == .at("2026-11-23T08:00:00Z"))
        #expect(!item.isOverdue)
        #expect(item.teamName == "Customer support")
    }

    @Test func `a story is due with the first of its posts that is`() throws {
        func post(_ sequence: Int64, heard: String, _ severity: Severity) -> HeardEntry {
            .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: .at("2026-11-22T10:00:00Z"), heardAt: .at(heard),
                story: StoryMembership(id: 1, reason: .sameText, similarity: 1),
                categories: [.sample("complaint")], severity: severity)
        }
        let items = SampleReports.digest(of: [
            post(1, heard: "2026-11-19T12:30:00Z", .normal),
            post(2, heard: "2026-11-22T12:00:00Z", .critical),
        ]).needsAnswer.items
        #expect(items.map(\.mention) == ["2-zefirnet"])
        #expect(items.map(\.answerBy) == [.at("2026-11-23T07:30:00Z")])
    }
}
