extension Digest {
    /// The ticket of what needs an answer, as far as it was known when the digest was made.
    package struct AnswerTicket: Hashable, Sendable, Codable {
        package enum State: String, Codable, Sendable, CaseIterable {
            /// The rules ask for one, and none has been made yet.
            case planned
            /// Not in its system yet.
            case waiting
            /// Its system has it, and has not told how it stands: a file never does.
            case handedOver = "handed_over"
            case open, answered, closed
        }

        package let destination: TicketDestination.ID
        package let key: String
        package let state: State
        /// Where an agent opens it; `nil` where it has none yet, or its system tells none.
        package let address: String?

        package init(
            destination: TicketDestination.ID, key: String, state: State, address: String?
        ) {
            self.destination = destination
            self.key = key
            self.state = state
            self.address = address
        }
    }

    /// The same, saying of what needs an answer which ticket it has.
    package func noting(tickets: [ListedMention.ID: AnswerTicket]) -> Digest {
        guard !tickets.isEmpty else { return self }
        var digest = self
        for index in digest.needsAnswer.items.indices {
            let mention = digest.needsAnswer.items[index].mention
            digest.needsAnswer.items[index].ticket = tickets[mention]
        }
        return digest
    }
}
