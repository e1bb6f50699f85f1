"""Header words in nine languages and what they can mean; the words alone, the values have the last say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from watcher.intake.roles import Role
from watcher.intake.spelling import plain


class Meaning(NamedTuple):
    """A role that a header can have; of two columns of one role the lower rank is the main one."""

    role: Role
    rank: int


# In order: the first fitting rule is the first choice. Words are plain (see spelling): no accents, small letters.
_RULES: tuple[tuple[Role, int, str], ...] = (
    (Role.ACCOUNT, 0, r"account type"),
    (Role.ACCOUNT, 0, r"account (name|number|no|nickname|id)\b|client (name|id|number)|kontoname|depotname"),
    (Role.ACCOUNT, 0, r"portfolio name"),
    (Role.SYMBOL, 0, r"symbol cusip|ticker cusip"),
    (Role.IGNORED, 0, r"\bbps\b|ordered|bestellt|orderkurs|^(strike|expiry|expiration)\b|put ?call|leverage|hebel"),
    (Role.IGNORED, 0, r"stop ?loss|take ?profit|^sl$|^tp$|^spread\b|target price|kursziel|copied|trigger"),
    (Role.SYMBOL, 0, r"^base currency name$|^coin ?symbol$"),
    (Role.QUANTITY, 1, r"^base amount$|antal omsatta|omsatt antall"),
    (Role.AMOUNT, 1, r"^quote amount$"),
    (Role.CURRENCY, 1, r"^quote currency$"),
    (Role.CANCELLED, 0, r"mitatointi|annul\w+ (am|date|dato)"),
    (Role.BOOKED, 0, r"kirjauspaiva"),
    (Role.DATE, 0, r"kauppapaiva|tapahtumapaiva|paivamaara"),
    (Role.SETTLED, 0, r"maksupaiva|valordag|arvopaiva"),
    (Role.QUANTITY, 0, r"^maara\b|^lukumaara|^kpl maara|^osakkeita"),
    (Role.FEE, 0, r"kokonaiskulut|valityspalkkio|^kulut|afgift"),
    (Role.COST_AMOUNT, 0, r"kjopsverdi|hankinta ?arvo|indkobsvaerdi|ostohinta yht"),
    (Role.RATE, 0, r"vaihtokurssi|valutakurs|vekslingskurs|vekselkurs"),
    (Role.PRICE, 0, r"^kurssi|^hinta"),
    (Role.CURRENCY, 0, r"valuutta"),
    (Role.AMOUNT, 0, r"^summa$|\bbelob\b"),
    (Role.PROFIT, 0, r"^tulos|^korko\b"),
    (Role.TEXT, 0, r"tapahtumateksti|selite\b"),
    (Role.ACCOUNT, 0, r"^salkku"),
    (Role.IGNORED, 0, r"kokonaismaara|totalt antal|total quantity|laskelma"),
    (Role.REFERENCE, 1, r"vahvistusnumero"),
    (Role.CANCELLED, 0, r"makulering|storno(datum| am)|cancel\w* date|kanselleringsdato"),
    (Role.AMOUNT, 0, r"^total.*incl|^(gesamt|totaal|totale|total|totalt|summe|endbetrag)$"),
    (Role.DEBIT, 0, r"^(debit|soll|debe|debet|addebit[oi]|paid out|money out|af|debito|cargo)( \w{3})?$"),
    (Role.CREDIT, 0, r"^(credit|haben|haber|kredit|accredit[oi]|paid in|money in|bij|credito|abono)( \w{3})?$"),
    (Role.IGNORED, 0, r"counterparty|\biban\b|payee|\bowner\b|inhaber|nickname|verfugbar|underlying|multiplier"),
    (Role.IGNORED, 0, r"\bmult\b|\blimit\b"),
    (Role.PRICE, 0, r"valor liquidativo|valeur liquidative|rucknahmepreis|inventarwert|fondskurs"),
    (Role.PRICE, 3, r"(price|cost) per (share|unit) in account"),
    (Role.COST_PRICE, 0, r"cost basis price|(open(ing)?|entry) (rate|price)"),
    (Role.COST_PRICE, 0, r"prezzo (di )?apertura|precio (de )?apertura"),
    (Role.VALUE_PRICE, 0, r"(clos(e|ing)|exit) (rate|price)|prezzo (di )?chiusura|precio (de )?cierre"),
    (Role.IGNORED, 0, r"^xfer (company|account)"),
    (Role.COST_PRICE, 0, r"average cost per|avg cost per|(avg|average) (price|cost) (per|share)"),
    (Role.PRICE, 0, r"\b(price|cost|kurs|preis|koers|prijs|pris) (per |pro )?(share|unit|stuck|aandeel|aktie)"),
    (Role.PRICE, 0, r"\b(prix|cours|precio|prezzo|preco) (par |por |per )?(action|titre|part|accion|azione|acao)"),
    (Role.PRICE, 0, r"per share cost|stuckpreis|stuckkurs|unit cost$|unit price"),
    (Role.PROFIT, 0, r"%|percent|prozent|\bpct\b|\bpourcent|\bporcent|procent"),
    (Role.RATE, 0, r"(exchange|fx|conversion|currency) ?rate|rate of exchange|taux( de)? change|cours de change"),
    (Role.RATE, 0, r"^fx$|wechselkurs|devisenkurs|umrechnungs|valutakurs|vaxel ?kurs|wisselkoers|vaxlingskurs"),
    (Role.RATE, 0, r"tipo( de)? cambio|tasso( di)? cambio|taxa( de)? (cambio|conversao)|^(tasso )?cambio$|^cambi?o$"),
    (Role.FEE, 1, r"currency conversion fee|fx fee"),
    (Role.CURRENCY, 0, r"currency|wahrung|waehrung|\bdevise\b|divisa|valuta$|moneda|moeda|\bccy\b|\bmunt\b|monnaie"),
    (Role.CURRENCY, 1, r"^(curr?|cur|valuta|val)$|valuta (del|kod)|valutakode"),
    (Role.ISIN, 0, r"\bisin\b"),
    (Role.WKN, 0, r"\bwkn\b|wertpapierkenn"),
    (Role.CUSIP, 0, r"\bcusip\b"),
    (Role.SEDOL, 0, r"\bsedol\b"),
    (Role.VALOR, 0, r"\bvaloren?( ?(nr|nummer|number))?\b(?!.*datum)"),
    (Role.FEE, 0, r"fees?\b|gebuhr|entgelt|spesen|provision|kommission|commission|\bcomm\b|courtage|kurtage|kurtasje"),
    (Role.FEE, 0, r"^taxas?$|costes?\b|makelaarsloon"),
    (Role.FEE, 0, r"kosten\b|^(total |transaction |trading )?costs?$|costs\b|brokerage|frais\b|comision|comissao"),
    (Role.FEE, 0, r"comissoes|custos?\b"),
    (Role.FEE, 0, r"commissioni|spese\b|avgift|gebyr|charges?\b|stamp duty|third party costs|gastos|omkostninger"),
    (Role.TAX, 0, r"\btax|steuer|\bkest\b|\bsoli\b|withholding|impots?\b|impuesto|imposto|\btasse\b|belasting"),
    (Role.TAX, 0, r"skatt?\b"),
    (Role.TAX, 0, r"retencion|ritenuta|imposta"),
    (Role.BALANCE, 0, r"\bbalance\b|\bsaldo\b|\bsolde\b|kontostand|\bsaldi\b|fees? basis|buying power"),
    (Role.SETTLED, 0, r"settle(?!.*amount)|settlement date|valuta ?(dat|tag)|value date|wertstellung"),
    (Role.SETTLED, 0, r"date (de )?valeur"),
    (Role.SETTLED, 0, r"valor (da|ta)|fecha( de)? valor|data( de)? (valor|valuta)|likvid|oppgjors|valor$|^valuta$"),
    (Role.SETTLED, 0, r"vereffen"),
    (Role.SETTLED, 1, r"process date|pay ?date|payment date|zahlungstag|afwikkelings|liquidacion date|data liquidacao"),
    (Role.PRICE, 2, r"^quote$"),
    (Role.QUOTED, 0, r"kursdatum|quote date|price date|kurszeit|kursstand|(price|quote) (time|as of)|date du cours"),
    (Role.QUOTED, 1, r"\bas of\b|stichtag|valuation date|last updated|updated|last .*(date|time)$"),
    (Role.BOUGHT, 0, r"(kauf|einstands?|purchase|acquisition|anschaffungs)[ ]?(dat|tag)"),
    (Role.BOUGHT, 0, r"(buy|bought|purchased?) (date|on)|date (bought|of purchase)|kjopsdato|kopt?datum|kobsdato"),
    (Role.BOUGHT, 0, r"data (d|di) acquisto|ostopaiva"),
    (Role.BOUGHT, 0, r"date (acquired|purchased|d achat)"),
    (Role.BOUGHT, 0, r"open(ing)? (date|time)|fecha (de )?compra|data (de )?(compra|acquisto)|kopdatum|aankoopdatum"),
    (Role.ORDERED, 0, r"aufgabe|order ?(date|datum|zeit)|auftrags(datum|zeit)|gultig|valid|expir|created|placed"),
    (Role.ORDERED, 0, r"deadline"),
    (Role.BOOKED, 0, r"buchungs?(tag|dat)|booking|post(ing|ed)? date|boek(ings)?datum|bokfor|bokf dato|registr"),
    (Role.BOOKED, 0, r"entry date"),
    (Role.BOOKED, 0, r"date (de )?comptabil|data contabile|fecha contable|bogfor|comptabilisation"),
    (Role.REFERENCE, 0, r"\b(order|trade|transaction|deal|reference|ref|auftrag|beleg)\W?(id|nr|no|num)|abrechnungsnr"),
    (Role.REFERENCE, 0, r"ordernummer|auftragsnummer|transaktionsnummer|reference|referenz(?! ?borse)|referencia"),
    (Role.REFERENCE, 0, r"riferimento"),
    (Role.REFERENCE, 1, r"id da ordem|order ?id|id orden|id ordre|^ref\b|transaction id|verifikation|vorgangsnummer"),
    (Role.REFERENCE, 2, r"^(id|nr|no|number|uuid|order|#|order #|numero)$|\bids?\b|order$|^confirmation"),
    (Role.PROFIT, 0, r"gain|loss|gewinn|verlust|erfolg|entwicklung|performance|rendite|\bp ?l\b|realized|realised"),
    (Role.PROFIT, 0, r"profit"),
    (Role.PROFIT, 0, r"result|veranderung|plusvalenza|plus value|plusvalia|ganancia|utile|vinst|avkastning|gevinst"),
    (Role.PROFIT, 0, r"winst"),
    (Role.PROFIT, 1, r"rendement|rentab|\byield|weight|gewicht|allocation|\bday\b.*(chng|change)|\bchng\b"),
    (Role.PROFIT, 1, r"variation jour"),
    (Role.PROFIT, 1, r"utveckling|anteil (in|am|an)|^anteil$|dividend|\bdays?\b|high limit|low limit|\bytd\b|\bmtm\b"),
    (Role.PROFIT, 1, r"accrued|stuckzins|interest|basis p|month to date|year to date|latente|latenti"),
    (Role.COST_PRICE, 0, r"(einstands?|einkaufs?|kauf)[ ]?(kurs|preis)|durchschnitt\w* ?(kauf|einstand|kurs|preis)"),
    (Role.COST_PRICE, 0, r"mischkurs"),
    (Role.COST_PRICE, 0, r"purchase price|cost price|(average|avg|mean|buying|bought) ?(cost|price|buy)"),
    (Role.COST_PRICE, 0, r"cost (per|basis per|basis share)"),
    (Role.COST_PRICE, 0, r"\bcost share\b|cost basis (per )?share|\bpru\b|prix (de )?(revient|moyen|d achat)"),
    (Role.COST_PRICE, 0, r"entry price|^buy price|inkopspris|kjops(kurs|pris)|kobs(kurs|pris)|ostohinta"),
    (Role.COST_PRICE, 0, r"precio (medio|de compra|compra|coste)|coste medio"),
    (Role.COST_PRICE, 0, r"prezzo (medio|di carico|carico|(di |d )?acquisto)|\bpmc\b"),
    (Role.COST_PRICE, 0, r"preco (medio|de compra|custo)|aankoop ?(prijs|koers)|gem\w* .*(prijs|koers)|\bgak\b"),
    (Role.COST_PRICE, 0, r"kostpris"),
    (Role.COST_PRICE, 0, r"anskaffnings?(kurs|pris)|\bgav\b|inkops?(kurs|pris)|snitt ?(kurs|pris)|inngangskurs"),
    (Role.COST_PRICE, 1, r"fill price avg|price paid|cost unit"),
    (Role.COST_AMOUNT, 0, r"einstands?wert|einkaufs?wert|kaufwert|kaufsumme|anschaffungswert|cost basis|total cost"),
    (Role.COST_AMOUNT, 0, r"book (cost|value)"),
    (Role.COST_AMOUNT, 0, r"purchase (value|amount)|invested|acquisition (cost|value)|montant investi|investi\b"),
    (Role.COST_AMOUNT, 0, r"valor (de )?compra"),
    (Role.COST_AMOUNT, 0, r"(valore|controvalore) (di |al )?carico|aan(schaf|koop)waarde|anskaffnings?(varde|verdi)"),
    (Role.COST_AMOUNT, 0, r"inkopsvarde"),
    (Role.COST_AMOUNT, 1, r"^cost$|^kosten basis$|investiert|inleg|investerat|capital invertido"),
    (Role.VALUE_PRICE, 0, r"(aktueller|letzter|akt) (kurs|preis)|current price"),
    (Role.VALUE_PRICE, 0, r"(last|latest|closing|close|market|mark) price"),
    (Role.VALUE_PRICE, 0, r"schlu(ss|s)?kurs|cloture|slotkoers|cierre|chiusura|fecho|^clos(e|ing)$|^last$"),
    (Role.VALUE_PRICE, 0, r"cours actuel"),
    (Role.VALUE_PRICE, 0, r"dernier cours"),
    (Role.VALUE_PRICE, 0, r"senaste|siste (kurs|pris)?|laatste (koers|prijs)|ultimo (precio|prezzo|preco)|ultim"),
    (Role.VALUE_PRICE, 0, r"prix actuel"),
    (Role.VALUE_PRICE, 0, r"precio actual|prezzo (di )?mercato|preco atual|huidige (koers|prijs)|dagens kurs"),
    (Role.VALUE_PRICE, 0, r"c price|^mark$"),
    (Role.VALUE_AMOUNT, 0, r"(aktueller|akt|markt|kurs|depot|gesamt)[ ]?wert"),
    (Role.VALUE_AMOUNT, 0, r"(market|mkt|current|position|total) ?val(ue)?\b"),
    (Role.VALUE_AMOUNT, 0, r"valorisation|valoracion|valor (de )?mercado|valor (actual|atual)|valore (di )?mercato"),
    (Role.VALUE_AMOUNT, 0, r"controvalore"),
    (Role.VALUE_AMOUNT, 0, r"marknadsvarde|markedsverdi|markedsvaerdi|marktwaarde|huidige waarde|encours"),
    (Role.VALUE_AMOUNT, 0, r"montant en eur"),
    (Role.VALUE_AMOUNT, 1, r"\bwert in\b|waarde in|valor en|valeur en|value in|varde i|importo in eur"),
    (Role.VALUE_AMOUNT, 1, r"importe en eur|bedrag in"),
    (Role.AMOUNT, 2, r"gross|brutto|bruto|\bbrut\b|lordo|principal|proceeds|trade money|local value"),
    (Role.AMOUNT, 2, r"lokale?r? (wert|waarde)"),
    (Role.AMOUNT, 2, r"valeur locale|valor local|valore locale|kurswert|ausmachend"),
    (Role.AMOUNT, 0, r"\bnet\b|\bnetto\b|net cash|settle amount|settlement amount|end ?betrag|zahlungsbetrag"),
    (Role.AMOUNT, 0, r"gesamtbetrag"),
    (Role.AMOUNT, 0, r"(prix|precio|preco|prezzo) total|totaal ?prijs|^total ?pr(is|ice)$"),
    (Role.AMOUNT, 0, r"^(valor|importe|valore|bedrag|belopp|montant) total[e]?$"),
    (Role.AMOUNT, 0, r"\btrans(aktions)? ?wert\b|^total (trade|transaction|net|order) (value|amount)$"),
    (Role.AMOUNT, 0, r"^trade (value|amount)$"),
    (Role.AMOUNT, 0, r"^total( amount| eur| usd)?$|\btotal (amount|value|consideration|price)\b|gesamtpreis"),
    (Role.AMOUNT, 0, r"montant net|importe (neto|total)|totale"),
    (Role.AMOUNT, 1, r"\bamount\b|betrag|belopp|\bbelop\b|bedrag|montant|\bimporte\b|importo|\bvalor\b|summe"),
    (Role.AMOUNT, 1, r"umsatz(?!art)|\bsum\b"),
    (Role.AMOUNT, 1, r"^(value|wert|waarde|valeur|valore|verdi|varde)( eur)?$|waarde|transaktionswert|consideration"),
    (Role.AMOUNT, 1, r"total$|netto"),
    (Role.AMOUNT, 3, r"mutatie|mudanca|anderung|mouvement|variacion|variazion|variation|movimento|^change$"),
    (Role.AMOUNT, 3, r"^andring$|^cash$|cash amount"),
    (Role.QUANTITY, 0, r"quantity|\bqty\b|quantite|cantidad|quantita|quantidade|\bqtd|anzahl|stuck|menge|nominal"),
    (Role.QUANTITY, 0, r"^(azioni|acciones|acoes|aandelen|aksjer|aktier|actions|titel|osakkeet)$"),
    (Role.QUANTITY, 0, r"\bnominale\b|participaciones|\bvolym\b|participacoes|^stucke?$|^andele\b"),
    (Role.QUANTITY, 0, r"\bunits\b|antal\b|antall|aantal|hoeveelheid|anteile\b|bestand|\bnombre de (titres|parts)"),
    (Role.QUANTITY, 0, r"^nombre$|\bnb\b"),
    (Role.QUANTITY, 1, r"\bshares?\b(?! price)(?!.*price)|titulos|\bparts\b|pezzi|no of shares|number of|\bqte\b"),
    (Role.QUANTITY, 1, r"\bstk\b|stucke|units?$"),
    (Role.QUANTITY, 2, r"^(size|position|volume|filled|holding|holdings|unidades|effectif|andelar|andeler)$"),
    (Role.QUANTITY, 2, r"filled qty"),
    (Role.PRICE, 0, r"price|preis|\bkurs|kurs\b|koers|\bcours\b|\bprix\b|precio|prezzo|preco\b|cotacao|cotizacion"),
    (Role.PRICE, 0, r"\bpris\b|prijs"),
    (Role.PRICE, 1, r"per share|per unit|\bnav\b|quotation|quotazione|\bt price|cost per|unit cost|ausfuhrungs?kurs"),
    (Role.PRICE, 1, r"rate$"),
    (Role.EXCHANGE, 0, r"exchange|\bborse|handelsplatz|handelsort|\bvenue\b|\bmarket\b|marche\b|mercado|mercato"),
    (Role.EXCHANGE, 0, r"\bbeurs|marknad|listing"),
    (Role.EXCHANGE, 0, r"borsa|\bbolsa|lugar de ejecucion|boers|ausfuhrungs(ort|platz)|uitvoeringsplaats|borsplats"),
    (Role.EXCHANGE, 0, r"\bplace\b|\bmic\b"),
    (Role.LEVEL, 0, r"data discriminator|level of detail"),
    (Role.STATUS, 0, r"^update ?type$"),  # of an order's log: new, changed, filled, out of time
    (Role.STATUS, 0, r"\bstatus\b|estado|\betat\b|statut|\bstato\b|zustand"),
    (Role.ASSET, 0, r"asset ?(class|type|category|sub)|gattung|wertpapierart|instrument ?typ|security ?type"),
    (Role.ASSET, 0, r"investment ?type|produkttyp"),
    (Role.ASSET, 1, r"^(category|kategorie|wertpapiertyp|anlageklasse|assettype|assetklasse|art)$"),
    (Role.TYPE, 0, r"buy ?sell|kauf ?verkauf|transaction ?type|transaktions?(typ|art)|transactie(type|soort)|typ av"),
    (Role.TYPE, 0, r"trans code"),
    (Role.TYPE, 0, r"^(type|typ|tipo|action|aktion|side|activity|transaction|transaktion|direction|richtung)\b"),
    (Role.TYPE, 0, r"^(sens|op|b s|operation)\b|^way$|transfer ?type|^(buy sell|bs) ?(indicator|flag)?$|bewegungsart"),
    (Role.TYPE, 0, r"tapahtumatyyppi|handelstyp|mutatietype|type mutatie|transaction category|transaktionsart"),
    (Role.TYPE, 0, r"umsatzart|orderart|geschaftsart|buchungsart|auftragsart|vorgang|transaksjons?type"),
    (Role.TYPE, 0, r"type transact|(activity|order|event) ?type"),
    (Role.TYPE, 0, r"tipo (de )?(operacion|operazione|movimiento|movimento|transac)|causale|operacion\b|^segno"),
    (Role.TYPE, 0, r"^soort|^verb|^mouvement"),
    (Role.TYPE, 1, r"^(art|nature|event|ereignis|libelle operation|type d operation|transaktionstyp)\b"),
    (Role.TYPE, 1, r"^(operazione|trans|bs|k v|a v|c v)\b"),
    (Role.SYMBOL, 0, r"emisora|\bsigle\b|^borskod|^kod$|^asx code|^(stock|share|security|market) code$|^epic code"),
    (Role.SYMBOL, 1, r"^code$|^codigo$|^codice$|^tikkeri$|^tunnus$"),
    (Role.SYMBOL, 0, r"symbol|ticker|kurzel|\bmnemo|simbolo|\broot\b|^code valeur$|papierkode|kortnamn|identifier"),
    (Role.SYMBOL, 2, r"^(instrument|security|stock|asset|coin|epic|product code|aktie)$"),
    (Role.DATE, 0, r"trade ?(date|day|time)|handels(dat|tag|dag)|transaktions(dat|tag|dag)|transaction (date|time)"),
    (Role.DATE, 0, r"ausfuhrungs"),
    (Role.DATE, 0, r"execut|schlusstag|abschluss|closing time|close (date|time)|activity date|run date|affarsdag"),
    (Role.DATE, 0, r"date d op|fill(ed)? (time|date)"),
    (Role.DATE, 0, r"date (de l )?operation|fecha( de)? operacion|data( di)? operazione|data (da )?operacao"),
    (Role.DATE, 0, r"data negocio|date exec"),
    (Role.DATE, 1, r"^(datum|date|fecha|data|dato|dag|tag|day|giorno|dia)\b(?! (time|zeit|hora|heure))|\bdate$|datum$"),
    (Role.DATE, 2, r"datum zeit|date ?time|timestamp|zeitpunkt|date heure|fecha hora|data ora|datum tid|\btime\b"),
    (Role.DATE, 2, r"^time"),
    (Role.TIME, 0, r"uhrzeit|\bzeit\b|\bhora\b|\bheure\b|\btijd\b|\btid\b|^ora$|\btime\b"),
    (Role.NAME, 0, r"(fonds|fund|holding|investment|instrument|security) ?na(me|am|mn|vn)\b"),
    (Role.NAME, 0, r"(stock|wertpapier|produkt|product|asset) ?na(me|am|mn|vn)\b"),
    (Role.NAME, 0, r"arvopaperi|security isin|\bartikel\b|\btitres?\b|libelle valeur|nom( de la valeur)?$"),
    (Role.NAME, 0, r"denominazione"),
    (Role.NAME, 0, r"\bname\b|bezeichnung|wertpapier|security|titel\b|\btitle\b|\btitolo\b|produkt\b|product\b"),
    (Role.NAME, 0, r"\btitulo\b|^fondo$|^papel$"),
    (Role.NAME, 1, r"^valor(es)?$"),
    (Role.NAME, 0, r"^(azione|accion|acao|aandeel|aksje|osake|effect(en)?|azioni|acciones|acoes|aandelen|aksjer)$"),
    (Role.NAME, 0, r"produit|producto|produto|prodotto"),
    (Role.NAME, 0, r"company|\bnombre\b|\bnome\b|\bnaam\b|\bnavn\b|\bnamn\b|vardepapper|verdipapir|vaerdipapir"),
    (Role.NAME, 0, r"holdingname|instrument|effekt"),
    (Role.NAME, 0, r"\bfonds?\b|\bfund\b|\bstock\b|\baktie\b|\bactivo\b|\bstrumento\b|\bvaleur\b|\bativo\b"),
    (Role.NAME, 0, r"investment\b|emittent|position\b|\bvalore\b"),
    (Role.TEXT, 0, r"description|beschreibung|omschrijving|descri[cpz]|libelle|designation|\btext\b|buchungstext"),
    (Role.TEXT, 0, r"verwendungszweck|\bevent\b|details?\b"),
    (Role.TEXT, 1, r"\barticulo|beskriv|oplysning|mededeling|information|\basset\b|\btexto?\b"),
    (Role.NOTE, 0, r"\bnotes?\b|comment|kommentar|notiz|bemerkung|anmerkung|opmerking|remark|\bmemo\b|commentaire"),
    (Role.NOTE, 0, r"comentario|nota\b"),
    (Role.ACCOUNT, 0, r"\baccount\b|\bdepot|\bkonto|\bcompte\b|\bcuenta\b|\bconto\b|\brekening\b|portfolio|\bclient"),
    (Role.ACCOUNT, 0, r"\bconta\b|\bportefeuille"),
)  # fmt: skip
RULES = tuple((role, rank, re.compile(pattern)) for role, rank, pattern in _RULES)
HINTS = re.compile(
    r"[(\[](?!BPS)(?:[A-Z]{3}|€|£|\$|p|pence|GBX|GBp)[)\]]"
    r"|\b(?:in|en|i) (?:EUR|USD|GBP|CHF|SEK|NOK|DKK)\b|(?<=\w )(?:EUR|USD|GBP|CHF)$"
)
OF = re.compile(r"^(?:currency|ccy|währung|devise|valuta|divisa|moneda)\s*\(([^)]+)\)?\s*\)*$", re.IGNORECASE)
LONGEST = 80  # characters; a longer text is no header


@lru_cache(maxsize=2048)
def meanings(header: str) -> tuple[Meaning, ...]:
    """What a header can mean, the best first; none where its words say nothing."""
    text = header.strip().strip("\ufeff")
    if not text or len(text) > LONGEST:
        return ()
    if OF.match(text):
        return (Meaning(Role.CURRENCY, 0),)
    words = plain(HINTS.sub(" ", text)) or plain(text)
    found: dict[Role, int] = {}
    for role, rank, pattern in RULES:
        if role not in found and pattern.search(words):
            found[role] = rank
    return tuple(Meaning(role, rank) for role, rank in found.items())


def subject(header: str) -> str:
    """What a currency column's header says it is the currency of: "Price / share" of "Currency (Price / share)"."""
    found = OF.match(header.strip())
    if found:
        return found[1]
    words = plain(header)
    for word in ("currency", "wahrung", "waehrung", "devise", "valuta", "divisa", "moneda", "ccy", "moeda"):
        words = words.replace(word, " ")
    return " ".join(words.split())
