import TestSupport

/// The words that generated posts of one language are made of.
///
/// Its first words are the language's commonest, so that posts can be told apart by language; the
/// others are made from its syllables and endings, as many as an archive of a million posts has. How
/// often a word comes follows Zipf's law, as in texts that people write.
struct PostVocabulary {
    let language: String
    /// The commonest first.
    let words: [String]
    /// Words with a tone, and what our rules look for.
    let telling: [String]
    /// Names of the shipped brands in several case forms.
    let names: [String]

    static let all = [polish, latvian, english]

    // MARK: - Private

    private static let size = 30_000

    private init(
        language: String, common: String, syllables: String, endings: String, telling: [String],
        names: [String]
    ) {
        self.language = language
        self.telling = telling
        self.names = names
        var words = common.split(separator: " ").map(String.init)
        var seen = Set(words)
        let parts = syllables.split(separator: " ")
        let endings = endings.split(separator: " ")
        var random = SeededGenerator(seed: UInt64(words.count))
        while words.count < Self.size {
            let stem = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            let word = stem.joined() + endings[Int.random(in: 0..<endings.count, using: &random)]
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
    }

    private static let polish = PostVocabulary(
        language: "pl",
        common: """
            i w nie na się z do że jest to a o jak ale po co tak za od czy już tylko ja dla mnie tego \
            być ma jeszcze bardzo może przez był ten więc gdy sobie czas mam kiedy można wszystko teraz \
            tym ich jego pan który która które przed dzień rano dziś wczoraj jutro nasz miasto ulica \
            sklep usługa telefon sieć rachunek umowa obsługa punkt kolejka godzina tydzień
            """,
        syllables: """
            ba be bo bra chle cie czy dro du dzie fa ga gó gro ja je ka kła ko kra krze la ło ma mie mo \
            na nie no o pa pie po prze ra re ro rzy sa się sko sta sto szcze ta tro trze tu wa wie wo \
            wy za zie zwy że żą źró śli ła łą
            """,
        endings: "a y i ie u ów ami ach em ę ą ski owy nie ość anie cja ek ka no ego emu",
        telling: [
            "nie działa", "fatalna", "świetny", "dziękuję", "awaria", "reklamacja", "polecam",
            "tragedia", "brak", "problem", "super", "zawiódł", "rezygnuję", "kiedy", "ile kosztuje",
            "szukam", "porażka", "miła", "drogo", "szybko", "wstyd", "cieszy",
        ],
        names: [
            "Zefirnet", "Zefirnetu", "Zefirnecie", "Kawka", "Kawce", "Kawki", "Baltfon", "Baltfonu",
            "@zefirnet", "#zefirnet",
        ])

    private static let latvian = PostVocabulary(
        language: "lv",
        common: """
            un ir no ar uz par ka tas kas lai arī bet es tā ja vai pie to nav kā jau mums viņš mēs tikai \
            vēl pēc ļoti man šo būs tad kad visi var šodien rīt vakar jo tu savu gan līdz bija kur viss \
            pilsēta iela veikals pakalpojums tālrunis tīkls rēķins līgums rinda stunda nedēļa
            """,
        syllables: """
            ba bē brī ci dar dē dra ga gai grā ie jau ka kā ķe kla kra la lā lie lu ma mē mie na nē no \
            pa pie pla prie ra rā ri sa sē ska sla spē sta sva ta tē tra tu va vē vie za zi zva šķi ša \
            šu žo ņe ļau
            """,
        endings: "a as ai u s is am i ē ēm os ums šana īgs ība tājs ēja iem ām ot ēt īt",
        telling: [
            "nestrādā", "slikti", "lieliski", "paldies", "bojājums", "sūdzība", "iesaku", "šausmas",
            "nav", "problēma", "super", "pievīla", "atsakos", "kad", "cik maksā", "meklēju",
            "jauki",
            "dārgi", "ātri", "kauns", "prieks",
        ],
        names: [
            "Zefirnets", "Zefirneta", "Zefirnetam", "Kavka", "Kavkā", "Baltfons", "Baltfona",
            "@zefirnet",
        ])

    private static let english = PostVocabulary(
        language: "en",
        common: """
            the to and of a in is it you that for on this with i my be was are have not but so at just \
            they we all what from your about can will when out if no or up one get like now how has been \
            time day today people there their after week shop phone line bill contract service queue \
            street town morning hour
            """,
        syllables: """
            ab ac ad be bla bre cal can che cle con cor dar den dis dra el en fa fer fla gar ger gra hal \
            har in kin lan lea mar men mer mo nor nu or par pen per pla por pre ra rel ri sal sha sol \
            spe sta ster sul tar ten tor tra un val ver wil
            """,
        endings: "s ed ing er ly ness ment ion y al ive ful less e t ic ous ity",
        telling: [
            "not working", "terrible", "great", "thank you", "outage", "complaint", "recommend",
            "awful", "no", "problem", "love", "let down", "cancel", "when", "how much",
            "looking for",
            "nice", "expensive", "fast", "shame", "happy",
        ],
        names: ["Zefirnet", "Kawka", "Baltfon", "Baltfon's", "@zefirnet", "#baltfon"])
}
