package import Foundation
import GRDB
package import Model

// Notices on their way to people.
extension Store {
    /// Up to when a rule has been considered; `nil` before the first time.
    package func noticeWatermark(of rule: NoticeRule.ID) throws(StoreError) -> Date? {
        try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT considered_to FROM notice_watermark WHERE rule = ?",
                arguments: [rule.value]
            ).map(Date.init(unixSeconds:))
        }
    }

    /// Keeps that a rule was considered for a period, and what is to be sent because of it.
    ///
    /// - Parameter keys: of the notice in each channel; empty where nothing is worth sending.
    package func planNotices(
        of rule: NoticeRule.ID, _ window: NoticeWindow, keys: [NoticeChannel.ID: String], now: Date
    ) throws(StoreError) {
        try writing { database in
            for (channel, key) in keys.sorted(by: { $0.key.value < $1.key.value }) {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO notice (rule, channel, key, after, through, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        rule.value, channel.value, key, window.after.unixSeconds,
                        window.through.unixSeconds, now.unixSeconds,
                    ])
            }
            try database.execute(
                sql: """
                    INSERT INTO notice_watermark VALUES (?, ?)
                    ON CONFLICT (rule) DO UPDATE
                        SET considered_to = max(considered_to, excluded.considered_to)
                    """, arguments: [rule.value, window.through.unixSeconds])
        }
    }

    /// Notices to a channel that may be begun, in order, with numbers above the one given.
    package func dueNotices(to channel: NoticeChannel.ID, after: Int64, now: Date)
        throws(StoreError) -> [TicketDelivery]
    {
        try notices(
            where: """
                channel = ? AND id > ? AND coalesce(not_before, 0) <= ?
                AND state IN ('pending', 'sending', 'unclear')
                """, [channel.value, after, now.unixSeconds], limit: 200)
    }

    /// - Parameter states: `nil` for all.
    package func notices(in states: Set<TicketDelivery.State>?, limit: Int)
        throws(StoreError) -> [TicketDelivery]
    {
        let names = (states ?? Set(TicketDelivery.State.allCases)).map(\.rawValue).sorted()
        return try notices(
            where: "state IN (\(names.map { _ in "?" }.joined(separator: ", ")))",
            StatementArguments(names), limit: limit)
    }

    /// Which rule a notice is of, and which period it covers.
    package func noticeOrigin(_ id: Int64) throws(StoreError) -> (
        rule: NoticeRule.ID, window: NoticeWindow
    )? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT rule, after, through FROM notice WHERE id = ?",
                arguments: [id]
            ).map { row in
                (
                    rule: NoticeRule.ID(row["rule"]),
                    window: NoticeWindow(
                        after: Date(unixSeconds: row["after"] as Int64),
                        through: Date(unixSeconds: row["through"] as Int64))
                )
            }
        }
    }

    /// Keeps what has become of a notice.
    package func save(notice: TicketDelivery) throws(StoreError) {
        try writing { database in
            let notBefore = notice.notBefore.map { Int64($0.timeIntervalSince1970.rounded(.up)) }
            try database.execute(
                sql: """
                    UPDATE notice SET state = ?, content = ?, attempts = ?, not_before = ?,
                        last_sent_at = ?, reason = ?
                    WHERE id = ?
                    """,
                arguments: [
                    notice.state.rawValue,
                    // What has been told is not kept a second time.
                    notice.state == .delivered ? nil : notice.content, notice.attempts, notBefore,
                    notice.lastSentAt?.unixSeconds, notice.reason, notice.id,
                ])
        }
    }

    /// Has dead ones written anew and tried again.
    ///
    /// - Parameter ids: `nil` for all.
    /// - Returns: how many.
    package func retryNotices(_ ids: [Int64]?) throws(StoreError) -> Int {
        try writing { database in
            let all = try Int64.fetchAll(
                database, sql: "SELECT id FROM notice WHERE state = 'dead'")
            var count = 0
            for id in ids ?? all {
                try database.execute(
                    sql: """
                        UPDATE notice SET state = 'pending', attempts = 0, not_before = NULL,
                            content = NULL
                        WHERE id = ? AND state = 'dead'
                        """, arguments: [id])
                count += database.changesCount
            }
            return count
        }
    }

    /// Gives a notice up.
    ///
    /// - Returns: whether there was one that is not over.
    package func dropNotice(_ id: Int64, reason: String) throws(StoreError) -> Bool {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE notice SET state = 'dropped', reason = ?, content = NULL
                    WHERE id = ? AND state IN ('pending', 'unclear', 'sending', 'dead')
                    """, arguments: [reason, id])
            return database.changesCount > 0
        }
    }

    // MARK: - Private

    private func notices(
        where condition: String, _ arguments: StatementArguments, limit: Int
    ) throws(StoreError) -> [TicketDelivery] {
        try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM notice WHERE \(condition) ORDER BY id LIMIT ?",
                arguments: arguments + [limit]
            ).map { try TicketDelivery(notice: $0) }
        }
    }
}

extension TicketDelivery {
    /// A notice is delivered as a ticket is that stands for many.
    fileprivate init(notice row: Row) throws {
        guard let state = State(rawValue: row["state"]) else {
            throw StoreError.failed(reason: "unknown state '\(row["state"] as String)'")
        }
        func date(_ column: String) -> Date? {
            (row[column] as Int64?).map(Date.init(unixSeconds:))
        }
        let content: Data? = row["content"]
        self.init(
            id: row["id"], ticket: row["id"], destination: TicketDestination.ID(row["channel"]),
            key: row["key"], entry: nil, state: state,
            operation: content == nil ? nil : .create, content: content, attempts: row["attempts"],
            notBefore: date("not_before"), lastSentAt: date("last_sent_at"),
            createdAt: Date(unixSeconds: row["created_at"] as Int64), reason: row["reason"])
    }
}
