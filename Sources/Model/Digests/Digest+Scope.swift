extension Digest {
    /// Which period a digest is of, and whose.
    package struct Scope: Hashable, Sendable, Codable {
        package enum Period: String, Codable, Sendable, CaseIterable {
            /// From where the last day's digest ended.
            case day
            case hour, week, month
            /// From any moment to any other.
            case span

            /// Whether it counts what was said in its period, rather than what was heard since the last
            /// digest; so a calendar week's digest is the same whenever its feeds are polled.
            package var countsWhatWasSaid: Bool { self != .day }
        }

        package let period: Period
        /// Whose mentions are told, beside those of its competitors; absent for every brand.
        package let brand: Brand.ID?
        /// Who answers them; absent for every team.
        package var team: Team.ID?
        /// The `region` of the sources; absent for every source.
        package let region: String?
        /// What the entries have to be about; absent for everything.
        package let category: Category.ID?
        /// The place that they have to be about; absent for every place.
        package let location: Location.ID?
        /// How grave they have to be at least; absent for everything.
        package var severityAtLeast: Severity?
        /// What they have to be in; absent for every language.
        package var language: LanguageCode?
        /// What else they have to be about, or from; absent for everything.
        package var facet: FacetValue?
        /// What people call the brand, the team and whatever else it is of; absent where there is
        /// nothing.
        package var name: String?

        package init(
            period: Period, brand: Brand.ID? = nil, team: Team.ID? = nil, region: String? = nil,
            category: Category.ID? = nil, location: Location.ID? = nil, name: String? = nil
        ) {
            self.period = period
            self.brand = brand
            self.team = team
            self.region = region
            self.category = category
            self.location = location
            self.name = name
        }

        /// Whether it tells of everything.
        package var isWhole: Bool {
            var whole = Scope(period: period)
            whole.name = name
            return self == whole
        }
    }

    /// Who named a followed brand for the first time in the window.
    package struct Newcomers: Hashable, Sendable, Codable {
        /// Largest first.
        package let sources: [NamedCounts]
        /// Authors, as far as they are known.
        package let voices: Int
        /// Authors of the window's mentions, as far as they are known.
        package let allVoices: Int
        /// What they said, one for each story, gravest first.
        package let mentions: [ListedMention.ID]

        package init(
            sources: [NamedCounts], voices: Int, allVoices: Int, mentions: [ListedMention.ID]
        ) {
            self.sources = sources
            self.voices = voices
            self.allVoices = allVoices
            self.mentions = mentions
        }
    }

    /// Something of the rules and what people call it.
    package struct Named: Hashable, Sendable, Codable {
        package let id: String
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }
}
