import Foundation
import Model
import TestSupport

extension Rules {
    static let sample = Rules(
        brands: [
            .sample("zefirnet", .own), .sample("kawka", .own), .sample("baltfon", .competitor),
            .sample("ziarenko", .competitor),
        ],
        categories: Category.samples, routing: .sample,
        lexicons: [.sampleEnglish, .samplePolish, .sampleLatvian])

    /// Those of a lexicon alone.
    init(_ language: LanguageCode, _ lines: String) {
        self.init(
            brands: [], categories: [], routing: .sample, lexicons: [Lexicon(language, lines)])
    }
}

extension Brand {
    fileprivate static func sample(_ id: ID, _ kind: Kind) -> Brand {
        Brand(
            id: id, name: id.value.capitalized, kind: kind, names: [id.value.capitalized],
            place: .sample)
    }
}

extension Lexicon {
    fileprivate static let sampleEnglish = Lexicon(
        .english,
        """
        good=2, great=2.8, excellent=3.2, love=2.6, loved=2.6, nice=1.8, super=2.2, awesome=3, fast=1.6,
        reliable=2, cheap=1.4, friendly=2, helpful=2, best=3, better=1.6, happy=2.4, thanks=1.6, thx for the=1.6,
        recommend*=2.2, perfect=3, works=1.4, working=1.2, enjoy*=2, delicious=2.8, like=1.2, fresh=1.5,
        bad=-2, terrible=-3.2, awful=-3, slow=-1.8, slower=-1.8, hate=-2.8, rude=-2.4, broken=-2.2, worst=-3.2,
        disappoint*=-2.2, problem*=-1.6, expensive=-1.6, useless=-2.6, crash*=-2.2, down=-1.4,
        late=-1.4, angry=-2.2, fail*=-2, error*=-1.6, cold=-1, waiting=-1, not working=-2.2,
        decent=0.7, desk=-0.3,
        yet not=-1.5, why not=0.8, doesn't work=-2.2, rip off=-2.8, no problem=0, war zone=0, can't wait=2.2, not only=0,
        like a=0, never been happier=2.4, no better than=-1.6, not=negator, no=negator, never=negator, don't=negator, doesn't=negator,
        isn't=negator, wasn't=negator, nothing=negator, won't=negator, far from=negator,
        very=*1.4, really=*1.3, so=*1.2, absolutely=*1.5, slightly=*0.5, too=*1.2, bit=*0.6, extremely=*1.6, but=contrast,
        however=contrast, although=contrast, would be=wish, wish=wish, if only=wish, hope=wish,
        should be=wish, :)=2=smile, :(=-2, :-(=-2, 👍=2, 😡=-2.8, ❤=2.8=smile, 😂=1=smile, #fail=-2.5
        """)

    fileprivate static let samplePolish = Lexicon(
        .polish,
        """
        dobry=2, dobra=2, dobre=2, dobrze=1.8, świetn*=2.8, super=2.4, fajn*=1.8, polecam=2.4, lubię=1.8,
        kocham=2.8, uwielbiam=3, miły=2, miła=2, szybk*=1.6, tani*=1.4, pyszn*=2.6, najlepsz*=3,
        działa=1.2, działają=1.2, zadowolon*=2.2, dziękuję=1.6, dzięki=1.4, lepsz*=1.6, brawo=2.4,
        pomocn*=2, czysto=1.5, złe=-2, zły=-2, źle=-2, słab*=-1.8, fataln*=-3, beznadziejn*=-3,
        okropn*=-3, drog*=-1.6, wolno=-1.4, awari*=-1.8, problem*=-1.5, dramat=-2.8, masakra=-2.6,
        porażka=-2.6, nienawidzę=-3, nie działa*=-2.2, nie polecam=-2.6, znów nie=-1.5, nieład*=-2, niefajn*=-1.8,
        niemił*=-2, odradzam=-2.8, zepsut*=-2.2, oszuści=-3, żenada=-2.6, kolejk*=-1, spóźnion*=-1.6,
        zimn*=-1, gorsz*=-1.8, bez problem*=1.2, żadnych problem*=1.2, nie ma problemu=0,
        nie tylko=0, najgorsz*=-3, nie=negator, bez=negator, nic=negator, nigdy=negator,
        nikt=negator, żaden=negator, ani=negator,
        bardzo=*1.4, zbyt=*1.1, naprawdę=*1.3, trochę=*0.6, mega=*1.5, całkiem=*0.8, strasznie=*1.4,
        ale=contrast, jednak=contrast, lecz=contrast, niestety ale=contrast, gdyby=wish, byłoby=wish,
        oby=wish, szkoda że nie=wish, chciałbym żeby=wish, :)=2=smile, :(=-2, 👍=2, xd=0.5
        """)

    fileprivate static let sampleLatvian = Lexicon(
        .latvian,
        """
        labs=2, laba=2, labi=1.8, labu=1.2, lielisk*=2.8, super=2.4, forš*=2.2, patīk=1.8, mīlu=2.6,
        iesaku=2.2, garšīg*=2.4, ātr*=1.6, lēt*=1.4, paldies=1.6, strādā=1.2, darbojas=1.2, prieks=2,
        labāk*=1.6, jauk*=1.8, laipn*=2, apmierināt*=2, svaig*=1.5, slikt*=-2.2, briesmīg*=-3,
        šausmīg*=-3, drausmīg*=-3, lēn*=-1.6, dārg*=-1.6, problēm*=-1.5, avārij*=-1.8, kauns=-2.4,
        nelab*=-2, nestrādā=-2.2, nedarbojas=-2.2, nepatīk=-2, neiesaku=-2.4, nepalīdz*=-2,
        neatbild=-1.8, rupj*=-2.4, sabojā*=-2.2, kļūd*=-1.6, aukst*=-1, vilties=-2.2, vīlies=-2.2,
        ienīstu=-2.8, rind*=-0.8, nav problēm*=1, ne tikai=0, sliktāk*=-1.8, nav=negator,
        ne=negator, bez=negator, nekas=negator, nekad=negator, neviens=negator, nebija=negator,
        nebūs=negator, nedomāju=negator, ļoti=*1.4,
        tiešām=*1.3, mazliet=*0.6, pārāk=*1.2, galīgi=*1.4, diezgan=*0.8, bet=contrast, tomēr=contrast,
        taču=contrast, būtu=wish, kaut=wish, vēlētos lai=wish, gribētos=wish, :)=2=smile, :(=-2, 👍=2
        """)
}

extension Category {
    fileprivate static let samples = [
        Category(
            id: "incident", name: "Incident", severity: .high,
            keywords: [
                .english: [.sample("outage*", 1, 10), .sample("down", 0.6, 11)],
                .polish: [.sample("awari*", 1, 12)], .latvian: [.sample("avārij*", 1, 13)],
            ],
            tones: [Tone(label: .negative, weight: 0.4)], place: .categories(9)),
        Category(
            id: "technical_issue", name: "Technical issue",
            keywords: [
                .english: [
                    .sample("not working", 1, 21), .sample("router*", 0.6, 22),
                    .sample("no problem", -1, 23), .sample("problem*", 1, 24),
                ],
                .polish: [.sample("nie działa", 1, 25), .sample("zasięg*", 0.6, 26)],
                .latvian: [.sample("nestrādā", 1, 27)],
                .undetermined: [.sample("error 500", 1, 28)],
            ],
            tones: [Tone(label: .negative, weight: 0.5)], place: .categories(20)),
        Category(
            id: "praise", name: "Praise", severity: .low,
            keywords: [.english: [.sample("thanks", 0.5, 31), .sample("well done", 1, 32)]],
            tones: [Tone(label: .positive, weight: 0.5)], place: .categories(30)),
        Category(
            id: "sales_lead", name: "Sales lead",
            query: .all([
                .any([.phrase("looking for"), .phrase("recommend")]),
                .any([.phrase("provider"), .phrase("operator")]), .not(.phrase("job")),
            ]), place: .categories(40)),
    ]
}

extension Category.Keyword {
    fileprivate static func sample(_ term: String, _ weight: Double, _ line: Int) -> Self {
        Self(term: term, weight: weight, place: .categories(line))
    }
}

extension FileLocation {
    static func categories(_ line: Int) -> FileLocation {
        FileLocation(file: "rules/categories.yaml", line: line)
    }

    static func routing(_ line: Int) -> FileLocation {
        FileLocation(file: "rules/routing.yaml", line: line)
    }
}

extension Routing {
    static let sample = Routing(
        timeZone: "Europe/Riga",
        teams: ["support", "press", "sales", "marketing"].map {
            Team(id: .init($0), name: $0, hours: [], answerWithin: [:])
        },
        routes: [
            Route(
                condition: TagCondition(minimumSeverity: .critical), team: "press",
                place: .routing(10)),
            Route(
                condition: TagCondition(
                    categories: ["incident", "technical_issue"], brandKinds: [.own]),
                team: "support", place: .routing(12)),
            Route(
                condition: TagCondition(categories: ["sales_lead"], languages: [.english]),
                team: "sales", place: .routing(14)),
            Route(
                condition: TagCondition(sentiments: [.negative], brands: ["kawka"]),
                team: "support", place: .routing(16)),
        ],
        defaultTeam: "marketing",
        severityRules: [
            SeverityRule(
                condition: TagCondition(
                    categories: ["incident"], sentiments: [.negative], brandKinds: [.own]),
                severity: .critical, place: .routing(30)),
            SeverityRule(
                condition: TagCondition(maximumScore: -0.6), severity: .high,
                place: .routing(32)),
            SeverityRule(
                condition: TagCondition(categories: ["incident"]), severity: .low,
                place: .routing(34)),
        ])
}
