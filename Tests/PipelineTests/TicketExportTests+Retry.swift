import Foundation
import Model
import Pipeline
import TestSupport
import Testing

extension TicketExportTests {
    @Test func `of one that is delivered a retry says that nothing is to be done`()
        async throws
    {
        let folder = try folder()
        _ = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        let queue = DeliveryQueue.tickets(of: folder.workspace)
        let line = try #require(try queue.list([.delivered], limit: 9).first)
        let name = line.ticket.map { ", as \($0.address ?? $0.id)" } ?? ""
        let retried = try queue.retry([line.id])
        #expect(retried.count == 0)
        #expect(
            retried.text(delivery: "export")
                == "0 to be tried again by `earshot export`\n"
                + "\(line.id) is delivered already\(name): nothing is to be done\n")
        #expect(
            try queue.retry(nil).text(delivery: "export")
                == "0 to be tried again by `earshot export`\n")
    }
}
