/**
 * Words that passwords are guessed by first, in small letters. Short ones stand here too: with digits
 * put behind them they are as long as asked for.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwords passw0rd passphrase secret secrets letmein welcome welcomehome admin
  administrator root superuser login signin access master monkey dragon football baseball basketball
  soccer hockey superman batman princess sunshine iloveyou iloveyouso trustno mustang shadow michael
  jennifer jessica charlie jordan hunter ranger thomas robert matthew daniel andrew joshua ashley
  amanda nicole maggie cookie pepper summer winter spring autumn monday friday january february march
  april june july august september october november december freedom whatever computer internet
  network server windows google facebook samsung changeme change default guest test testing tester
  temp temporary demo example sample user username person people company office government ministry
  security cyber cybersecurity exercise exercises drill drills facilitator evaluator observer
  translator designer director trilogue tabletop tokyo japan nippon manila philippines pilipinas
  america washington newyork london paris sakura password nihon okinawa osaka kyoto hello hellohello
  goodbye thankyou correcthorsebatterystaple qwerty qwertyuiop qwertyqwerty asdfgh asdfghjkl zxcvbn
  zxcvbnm abc abcd abcdef abcabc letmeinnow openup opensesame starwars pokemon naruto matrix liverpool
  arsenal chelsea manchester barcelona yankees lakers cowboys harley corvette ferrari porsche mercedes
  toyota honda killer flower lovely family mother father sister brother forever angel angels jesus
  christ heaven blessed mahal mahalkita kita salamat magandang umaga pangulo bayan kumusta`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
