import Reporting
import Tokenizing

/// Words of everyday texts, which the form of a name may be without anybody meaning the name.
///
/// Function words are those of `StopWords`; here are the verbs, adjectives and nouns that people use most, in
/// the forms that are met. Listed by hand and, where they were missing, by their frequency in the
/// sentences of Lingua (Apache-2.0) and the posts of the Latvian Twitter Eater Corpus (MIT).
enum CommonWords {
    /// The languages in which a form is an ordinary word as it stands, or with the accents that its
    /// writer may have left out.
    static func languages(of form: String) -> [String] {
        let word = form.lowercased()
        return lists.filter { $0.words.contains(word) }.map(\.language)
    }

    // MARK: - Private

    private static let lists = [
        (language: "en", words: set(english, "en")), (language: "lv", words: set(latvian, "lv")),
        (language: "pl", words: set(polish, "pl")),
    ]

    private static func set(_ text: String, _ language: String) -> Set<String> {
        let words =
            text.split(whereSeparator: \.isWhitespace).map(String.init)
            + StopWords.byLanguage[language, default: []]
        // Two letters without their accent are no word that anybody would look for.
        return Set(words + words.filter { $0.count > 2 }.compactMap(\.withoutAccents))
    }

    private static let english = """
        able access actions activities address agree agreed agricultural air album alone am
        amazing amazon among amount an announced annual ant apex appear apple apply appointed
        appropriate approved area areas arm article as ask assist associations at attended
        attitudes autumn available awesome baby bad bag ball bank battery be bear became bed bee
        beer begin believe below benefit best big bike bird bit bitter black blood blue boat
        body bone book bottle bottom bought box boy brave bread break bridge bright bring brings
        brown budget bug build building bus business butter button buy buying by ca cake call
        called calm came camera cameras canon capacity car card care career carried carry case
        cases cat catch cd central chair change changes cheap cheese cheque child children
        choose christmas circle citizens city clean clear co coffee cold com comes commitment
        common community company complete computer consider consideration considered
        construction consumption contact content continue controls cool copy correlation cost
        countries course cover cow create creative cup current customer customers cut dark data
        database dear decide decided decision deep depth design designed develop developing didn
        die different digital direct directories disabilities do doesn dog don done door dragon
        draw drive dry dvd eagle ear early earth easily easy eat effort efforts egg eight
        emphasis employment end engine ensure environment equipment essential established etc
        evening event ever evidence example excellent exchange experience explain express extra
        eye face fact fair fall false fantastic far farm fast feature features feel field files
        final finally find fine fire fish five flash floor follow following food foot form
        forward found four fox frame free fresh friend friends front fruit full fun function
        fund funding funds funny future game games gap garden gb general girl glass global go
        gold government great green grey group groups grow haha hair half hand happen happy hard
        hate haven having he head hear heart held help high highest hill hit home honey hope
        horse hot house ice if important improve include includes including income individual
        individuals information ingredients installation institutions insurance intensity
        interviews involved involvement ipod is isn issue issues it items job key kids kill kind
        king knife lady lake land large last late law lead leaf learn learning leave leg
        lens letter library life light lily line link lion list little live ll local located
        lock logging lol look looking looks lord lose loud love low mail main maintain major
        makes making management manual market matter max maxi mb me meat media meet meeting mega
        member members message middle milk million mind mine mini mining minute minutes mix
        mobile mode money moon morning mouth move moved mp music my name narrow national natural
        need needs negative next nice night nikon nine no nokia nomad non nose note number offer
        on onto open or orange order organizations outside own page paper park part participated
        parties pass past pay pen people per percent perfect performance period personal phone
        phones pics picture pictures piece pink place plan plane planning plate play player
        players playing plus pm point points policy poor position possible post power practical
        practice practices pretty price prime prince pro probably problem problems procedure
        process processes produce product products professional program properties proud provide
        provided province public purchase purchased pure quality queen quick quiet radio rain
        raise raised range re reach reading real receive received recently recommend red
        regarding registration regular remember remote removed reports require required
        requirements requires research resource result resulted results return review reviews
        rice rich ring risk river road rock roof room rose rules run sad safe safety said salad
        salt schedule school schools screen sea search second section secure seed seem self sell
        send serve service set seven shall share shell ship shop short show shows side sight
        silver simple sit site six size skin sky slow small smart snow so social society soft
        software solutions song songs sound sounds soup sour space speak special specific spend
        sports spread spring square staff stand star start stay stone stop store storm street
        strong structures student students study stuff subway sugar suggest suggested summer sun
        support supports sweet system systems table taken takes target tea teach technical
        technologies technology telephone tell term th third times to together told tonight took
        top total totally towards town trade train training transfer treatment tree true type
        unit united up url us usb used using ve video view visa visitors visual wait walk wall
        wanted warm warranty watch water ways weak website wet wheel where which white whole
        wide win wind window wine winter wise within wolf woman women won wonderful wood word
        work worked workers working world worth write written wrong xtra young zen
        """

    private static let latvian = """
        acis acs aicinām aktivitātes alus ap apjomu apmeklēt apmēram aptuveni apēd apēst ar ari
        arvien asinīs atbalstu atbildes atbildību atmiņā atrast attīstība augustā auksti auksts
        baigi balta balti balts banka bankas beidzot bezmaksas bieži bijis brokastis brokastīs
        brālis brīdī brīvi brīvs brīvība burkānu bērni bērniem bērns bērnu būtiska būtu cena
        cenas centra centrs cenu cerība ceļa ceļu ceļš cilvēkam cilvēki cilvēkiem cilvēks
        cilvēku citi citiem citu citām co cukura cukurs dabas dara darba darbiem darboties darbs
        darbu darbības darbību daru darīt datoru daļa daļas daļu dažādas dažādu debesis desmit
        dienās dievkalpojums diezgan divi dod dodu dokumentu domes domu domāju dot doties draugi
        draugs durvis dzeltens dzer dzert dzīve dzīves dzīvi dzīvo dzīvot dārga dārgi dārgs
        dārzeņiem dārzeņu eiro eju es februārī filma gadiem gads gadus gadījumos gadījumā gaida
        gaidīt gala galds gals galva galvas gara garantijas gari garš garšo garšoja garšu
        garšīgs gaļa gaļas gaļu govs gribas gribēt gāja iedzīvotājiem iedzīvotājus iegādāties
        iegūt iekšā iela ielas ielā iepazīties iesniegšanas iespēja iespējams iespējas iespēju
        iet ietekmē ietvaros ikdienas ikvienam ilgi informācija informācijas informāciju
        interneta ir istaba izdarīt izglītības izmantojot jauna jaunas jauni jauniešu jauno
        jauns jaunā jautājumiem jautājums jautājumu jo jābūt jāēd jūra jūras ka kafija kafijas
        kafiju kalni kalns kam karsts karte kartes kartupeļu kartupeļus katru kaķi kaķis klāt ko
        koki koks komisijas komitejas koncerts konts kopā kopējā krējumu kuriem kuros kursu
        kurus kvalitāti kā kāda kādi kāds kādu kādā kāja kāpostu kūka kūkas kūku laba labo labs
        labā laika laiks laiku laikā lapas lapā lasa lasīt latviešu lauki lauks lauva liecina
        liela lieli liels lielu lielā liepa liepas lieta lietas lietotāju lietus lietām locekļu
        logs lācis lēni lēti lēts līdzekļiem līdzi līmenis maijā maize maizes maksu maksā
        maksājumu maksāt maza mazi mazs mazā mazāk medu medus meklēt melna melns meža mežs
        ministrijas minūte muzejā mācību māja mājas mājā mājām mājās mākslas māsa māsas māte
        mātes mērce mērci mīl mīlestība mīlu mīlēt mūs nakts naktī nauda naudas naudu ne nebūtu
        nedaudz neesmu negaršo neizriet neko nekā nemaz nepieciešams nevajag nevienam neviens
        neēd neēdu no nodarbības nodaļas nopirkt nosaka noteikti notiek notika notiks novada
        novembrī nozīmē ogas olas otro ozols pa pagasta pakalpojumu pankūkas papildu pareizi
        pasaule pasaules pasts pasākums pasākumu patēriņa patīk pavasarī paēst pašā personas
        personām personīgi pieci piedalījās piedalīties piedāvā pieejams piemēram piena piens
        pienu pieņem pilna pilni pilns pilsēta pilsētas pirkt pirku pirmo precīzi preču prieka
        prieks priekšsēdētājs priekšā problēma problēmas procentu procesu produktu programmu
        progress projekta projektus pusdienas pusdienās puse puses putni putns pārdot pāris
        pārlieku pārtikas pēkšņi pērk raksta rakstīt redzu redzēt reizi rezultātu rezultātus
        rinda rindas risināt roka rokas rokā roze rozes runā runāt rīta rīts sabiedrībā
        sacensības sacīja sadarbības saka saldējuma saldējums saldējumu salāti salātus sarkans
        saskaņa saule saules savas savukārt savus savā savām septembrī servisu sev sevi sevis
        siers sieru sieva sievas silta silti silts sirds skaista skaisti skaists skaits skaitu
        skola skolas skolu slepkavības slikti slikts sniegs sporta spēka spēks spēle spēles
        strādā strādāt studentu stunda stāsta suns suņa svētki sāka sākt sākums sākumā sāls
        sēnes sīpolu tajā te tehnoloģiju teica teikt termiņš ticība tiek tiem tiesības tiešām
        tik tirgus to tomātu tu tukšs tā tāpat tēja tējas tēju tēma tēva tēvs tīra tīri tīrs
        uguns un upe upes uz uzskatu uzņēmums vadītājs vajadzētu vajadzības vakara vakariņas
        vakariņās vakars vakarā valdes valodā valsts valstu vari varēja varēt veca veci vecs
        veikals veikalā veikt veselību vides vienkārši vienā vienība vieta vietas vietā vilks
        virknē virtuve visai visas visiem vispār viņiem viņu vnk vārda vārdi vārds vēja vējš
        vēlas vērtību vērā vēsture vīns vīra vīri vīrs zaļa zaļi zaļš zem zeme zemes zemeņu zemē
        ziedi zieds zils zina zināt zinātnes zināšanas zirgs zivis zivs ziņa ziņas ziņo ziņu
        zupa zupu zvaigzne zāle zāles ābols ābolu ārā ātri ātrs ēd ēda ēdiens ēdienu ēdot ēdu
        ēst ģimenes īpaši īsa īss ļauj ņem ņemot ņemt šajā šiem šokolādes ūdens
        """

    private static let polish = """
        ach akcji aktywny apteka apteki auta autem auto autobus aż babci babcia badania bal balu
        bank banki banku baza bazy bać biali biała białe biały białą bieda biedy bieg biegu
        bierze bije bilet biletu bilety biorę biura biuro bić bo boi bok boku bowiem brak braku
        brama bramy brat brać broni broń brudna brudno bryła buda budowę budy buty butów by bywa
        ból bólu całe całej całość całą cecha cechy cel celu cen cena cenie ceny cenę chciał
        chciała chcieć chcą chleb chleba chodzić chodzę chwila ci ciasta ciasto ciała ciało
        cicha cicho ciemna ciemno ciepła ciepło ciepły cisza ciszy ciągu cię ciężka ciężki
        ciężko co cukier cukru czarna czarne czarny czarną czas czasem czasie czasu czeka czekam
        czekać czerwona czerwone czerwony cześć czoło cztery czyn czynu czysta czyste czysto
        czysty czyta czytam czytać często części część człowiek człowieka córka córki da dach
        daj dają dali dam dama damy dar daru dasz data daty dać dał dała deszcz deszczu dna
        dniem dniu dno do dobre dobrego dobrej dobrych dobrym dobrą dole dom domem domu domy
        domów dostaje dostawa dostawy dostać dostał dostałam dostałem drodze droga drogi drogie
        drogo drogą drożej druga drzewa drzewo drzwi duch ducha dusza duszy duża duże dużej duży
        dużą dwie dwóch dym dymu dziadek działa działają działania działać działał działało
        dzieci dziecka dziecko dziesięć dziewięć dzwonić dzwonię dół długa długi długie długo
        era ery fala fale fali film filmu firm firma firmy firmę forma formy gaz gazu gdyż gest
        gier go godzina gol gola gorsze gorzej gorąca gorąco gra grają gram granica granicy grać
        grupa grupy gry grę gwiazd gwiazda gwiazdy gór góra góry górze górą głos głosu głosów
        głowa głowy głową głowę głośna głośno główna główne główny herbata herbaty hotel idea
        idei idzie idą idę igła igły im imię inna inny innymi internet iść iż ja jabłka jabłko
        jadą jadę jajka jajko jakości jakość jama jasna jasno jasny jazda jazdy jazdę je jechać
        jechał jedno jedną jedzie jedzą jego jem jesieni jesień jeść jeździ jeździć ją kampanii
        kara karta karty kartę kary kasa kasie kasy kasę kawa kawie kawy kawą kawę kierowców
        kierunek klasa klasy klienci klient klienta klientów klucz klucza klucze kobiet kobieta
        kobiety kocha kocham kochać kolacja kolega kolegi kolei kolej kolejce kolejka kolejki
        kolor koloru komputer koncie konia konie koniec konkretnych konta konto kosz kosza koszt
        kosztować kosztuje kosztów koszula kot kota koty koła koń końca kończy kości kość kraj
        kraju kredyt kropla krowa krowy krzesło krótka krótki krótko książka książki książkę
        księżyc którą ku kuchni kuchnia kula kuli kult kupić kupię kupił kupiła kupiłam kupiłem
        kupować kupuje kupuję kurs kursu kwaśna kwiat kwiaty kwietniu las lasu lasy latach latem
        lato lecz lek lekarz lekarza leki lekka lekki lekko leku lepsza lepsze lepszy lew leżeć
        leży lis lisa list lista listu listy lody lodów lubi lubią lubić lubię ludzi ludzie luz
        luzu lwa lód ma mali mama mamo mamą mapa mapy masa masy masz masła masło matka matki
        mała małe małego małej mało mały małą meble mebli meta metr mety mi miara miary miasta
        miasto miało miejsca miejsce miejscu miejskiej mieli miesiąca mieszka mieszkam mieszkać
        mieszkańców mieście mina minut minuta miny mię mięsa mięso miła miłe miło miłości miłość
        miły mleka mleko mniej moc mocna mocne mocno mocny mocy moda mody mogli mogą mogła morza
        morze mostu mowa mowy możesz możliwe mu mur muru musiał musieć muszą muszę muzyka muzyki
        mysz myszy myśl myśleć myśli myślę móc mógł mówić mówię mąż męża mężczyzna na nadziei
        nadzieja najlepsza najlepsze najlepszy należy napisać nauka nauki nazwa nazwy ni nieba
        niebieska niebieski niebo niego niemieckich nigdzie nimi niska niski niskie no noc nocy
        noga nogi nogę nos nosa nowego nowej nowi nowych nową noża noże numer numerem numeru
        nuta nuty nóg nóż obiad obiadu obok obraz obrazu obrony obsługa obsługi ocena oceny och
        oczu oczy oczywiście od oddali oddać odpowiedzieć odpowiedź oferta oferty ogień ognia
        ogóle ojciec okna okno oko on opał opinia opinii oprócz opłata opłaty organizacji osiem
        osoba osobno osobę ostatnich ostra ostre ostro osób ot oto otwarte otworzyć owoce paczka
        paczki paczkę pada padać pal pala pali palić pana panów para partii pary parę pas pasuje
        pasy pewna pewne pewno pewny pełna pełno pełny piec pieca pieką pieniądze pieniędzy
        pierwsza pierwszy pierwszym pies pije piją piję pilna pilnie pisać pisma pismo pisze
        piszę piwa piwo pić piękna piękne piękny pięć plac placu plan planu plany plus po pociąg
        pociągu poczta poczty początek podatku podczas podkreślił podobnie podłoga pojechać
        pokaż pokoju pokój pola pole poleca polecam polecić pomaga pomóc poniedziałek pora pory
        porze porą powiedział powiedziała powiedzieć powodu poznać praca pracować pracownicy
        pracuje pracuję pracy pracą pracę prawa prawdopodobnie prawdy prawo prezes prezydenta
        prezydentem problem problemu problemy produkt produktu produkty program projekt projektu
        promocja prosta proste prosto prosty przeczytać przepraszam przychodzi przyjaciel
        przyjść przypadku przyszedł przyszła próbować próbuję psa psy ptak ptaki pusta pusto
        pusty pyta pytam pytania pytanie pytać później płaci płacić płacę rachunek rad rada rady
        radę raj raju rana rany razie razu razy reklama reklamy robią robię rodzina rodziny rola
        roli rolę rower roweru ruch ruchu ryb ryba ryby rybę rynek rynku rzadko rzecz rzecze
        rzecznik rzeczy rzeka rzeki rzut rząd rządu rzędu róża róże różna różne róży ręce ręka
        ręki rękę sali samochodu samochód samym ser sera serca serce sery siedem siedzi siedzieć
        siostra siostry sił siła siły sklep sklepie sklepu skończyć skład składa smutna smutno
        snu sobotę sok soku soli sowa sowy spać spora sport sposobu sprawa sprawie sprawy sprawę
        sprzedać sprzedaży sprzęt spróbować spór spółki srebrna stacja stacji stado staje stal
        stali stan stanu stara stare starej start stary starą staw stawu stawy stać sto stoi
        stoję stołu stracić straciłem stron strona stronie strony stronę stu stół sukienka suma
        sumy swoich swoim syn syna system sytuacji szafa szansa szanse szara szary szczęście
        szedł szef szefa sześć szkoda szkole szkoła szkoły szpital szpitala szuka szukam szukać
        szyba szybka szybki szybko szyby szła sól są słaba słabe słabo słaby słodka słodki
        słodkie słona słowa słowo słońca słońce służby słów ta takich tani tania tanie taniej
        tanio targ targi targu tata taty telefon telefonu terapii terenie to tobą ton tonu tor
        torba toru tory trasa trasy trawa trawy trudna trudno trudny trwa trwać trzech trzeci
        trzy tu tył tyły tło tłum tłumaczy tłumy ubrania ucho ucz uczniów uczyć udało udział
        ulica ulicy umowa umowy usta usługa usługi uwaga uwagi uwagę uważa używa używam używać
        użyć wada wady waga wagi wagę walka walki warzywa ważna ważne ważny wchodzi wcześniej
        wejść wesoła wesoło wiara wiary wiatr wiatru widok widzi widział widziała widzieć widzę
        wieczór wiedzieć wiedzą wiek wieku wielka wielki wielkie wielką wiesz wieś wina winny
        wino wiosna wiosny wiosną woda wody wodą wodę wokół wola woli wolna wolne wolno wolny
        wolą wolę worek wraca wracać wraz wrócić wsi wsparcie wszystkie wszędzie wyborach wyboru
        wybór wychodzi wyjść wynik wysoka wysoki wysokie wyszło wysłali wysłać wysłał wziąć
        wziął wzięła wzrost wzór wątpliwości własna własne własny wśród za zaczyna zacząć
        zadzwonić zakaz zakupy zakupów zamknięte zamknąć zamówienie zapytać zapłacić zapłaciłem
        zasada zasady zatem zawodnik zdrowia zdrowie ze zespół zielona zielone zielony zieloną
        ziemi ziemia zima zimie zimna zimno zimny zimy zimą zjeść zmian zmiana zmiany zmienia
        zmienić zna znaczy znają znak znaku znalazł znalazłem znaleźć znam znany znać zostać
        zrobić zrobię zrobił zrobiła zupa zupy zwierzę zwrotu zwrócić zwykle zwykła zwykły zł
        zła złe złota złote złoty złotych złotą złość zły ładna ładne ładny łaska łaski łatwa
        łatwo łazienka łza łzy łóżko ściana ściany ślad ślub śmiech śmierć śniadanie śnieg śpi
        świat świata świecie świeża świeże świeży źle żaba żaby żal że żona żony życia życie
        żywa żywo żywy
        """
}
