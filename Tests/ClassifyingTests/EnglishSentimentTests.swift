import Classifying
import Model
import Testing

struct EnglishSentimentTests {
    @Test(
        arguments: [
            ("Zefirnet is great", .positive, "great"),
            ("Excellent signal even in the cellar", .positive, "excellent"),
            ("I love the new Kawka on Mill Street", .positive, "love"),
            ("Fast and friendly staff", .positive, "friendly"),
            ("thanks, sorted in five minutes", .positive, "thanks"),
            ("Delicious coffee, best in town", .positive, "best"),
            ("would recommend to anyone", .positive, "recommend*"),
            ("Recommended by my sister", .positive, "recommend*"),
            ("really happy with the router", .positive, "happy"),
            ("Everything works", .positive, "works"),
            ("can't wait for the new store", .positive, "can't wait"),
            ("not bad at all, the beans are fresh", .positive, "fresh"),
            ("AWESOME service today", .positive, "awesome"),
            ("suuuper quick", .positive, "super"),
            ("gooood coffee", .positive, "good"),
            ("the staff were so helpful", .positive, "helpful"),
            ("it is cheap and reliable", .positive, "reliable"),
            ("perfect", .positive, "perfect"),
            ("nice one Baltfon 👍", .positive, "👍"),
            ("Zefirnet ❤", .positive, "❤"),
            ("new branch opened :)", .positive, ":)"),
            ("Terrible support", .negative, "terrible"),
            ("the app crashes every time", .negative, "crash*"),
            ("three hours late again", .negative, "late"),
            ("I hate these menus", .negative, "hate"),
            ("rude staff and cold coffee", .negative, "rude"),
            ("still not working", .negative, "not working"),
            ("It doesn't work", .negative, "doesn't work"),
            ("what a rip off", .negative, "rip off"),
            ("broken on arrival", .negative, "broken"),
            ("Disappointed. Again.", .negative, "disappoint*"),
            ("worst provider I ever had", .negative, "worst"),
            ("far too expensive", .negative, "expensive"),
            ("it is not good", .negative, "good"),
            ("I don't recommend Baltfon", .negative, "recommend*"),
            ("never happy with them", .negative, "happy"),
            ("nothing works here", .negative, "works"),
            ("SLOW SLOW SLOW", .negative, "slow"),
            ("the whole network is down :(", .negative, ":("),
            ("useless 😡", .negative, "😡"),
            ("the update #fail", .negative, "#fail"),
            ("landed at last #terrible", .negative, "terrible"),
            ("the app again #soterrible", .negative, "terrible"),
            ("Zefirnet again #notworking", .negative, "not working"),
            ("the new film #TerribleTwins", .neutral, nil),
            ("new coffee machine #notbadly", .neutral, nil),
            ("the router #nothappy", .neutral, nil),
            ("Zefirnet opens a store in Riga on Monday", .neutral, nil),
            ("no problem", .neutral, nil),
            ("the new film is called War Zone", .neutral, nil),
            ("which plan includes roaming?", .neutral, nil),
            (
                "great coffee, terrible queue and rude staff, still the best beans", .mixed,
                "terrible"
            ),
            ("love the place, hate the prices", .mixed, "hate"),
        ] as [(String, Sentiment.Label, String?)])
    func `a sentence has the tone of its keywords`(
        text: String, label: Sentiment.Label, term: String?
    ) {
        let sentiment = Classifier.sample.sentiment(text, .english)
        #expect(sentiment.label == label)
        #expect(sentiment.decidingTerm == term)
    }
}
