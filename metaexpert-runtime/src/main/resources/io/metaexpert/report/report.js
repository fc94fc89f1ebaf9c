'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = id => document.getElementById(id);
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  // Before the charts: their legends keep the colours they are made with.
  root.classList.toggle('dark', system.matches);
  const colour = name => getComputedStyle(root).getPropertyValue(name).trim();

  // Text only ever enters the page through textContent, so nothing in a name can become markup.
  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function row(cells, tag) {
    const made = element('tr');
    for (const [text, className] of cells) made.append(element(tag || 'td', text, className));
    return made;
  }
  const sign = value => value > 0 ? 'good' : value < 0 ? 'bad' : '';
  const percent = value => value === null ? '-' : (value * 100).toFixed(2) + ' %';
  const iso = ms => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  function money(value) {
    const [whole, part] = Number(value).toFixed(data.moneyDecimals).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + part;
  }
  function compact(value) {
    const size = Math.abs(value);
    if (size >= 1e6) return (value / 1e6).toPrecision(4) + 'M';
    return String(Number(value.toPrecision(6)));
  }

  byId('expert').textContent = data.expert;
  byId('subtitle').textContent = data.subtitle;
  for (const warning of data.warnings) byId('warnings').append(element('p', warning, 'warning'));
  for (const [label, text, value] of data.cards) {
    const card = element('div', undefined, 'card');
    card.append(element('span', label), element('b', text, sign(value)));
    byId('cards').append(card);
  }

  for (const finding of data.findings) byId('findings').append(element('li', finding));
  if (data.findings.length === 0) byId('findings').append(element('li', 'Nothing stood out.', 'fine'));

  // Charts
  const charts = [];
  const pointsUtc = ts => uPlot.tzDate(new Date(ts * 1e3), 'Etc/UTC');
  function axis(extra) {
    return Object.assign({
      stroke: () => colour('--soft'), grid: { stroke: () => colour('--line'), width: 1 }, ticks: { stroke: () => colour('--line'), width: 1 },
    }, extra);
  }
  function timeAxis() {
    return axis({ values: [
      [31536000, '{YYYY}', null, null, null, null, null, null, 1],
      [2419200, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
      [86400, '{D} {MMM}', '\n{YYYY}', null, null, null, null, null, 1],
      [3600, '{HH}:{mm}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
      [60, '{HH}:{mm}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
      [1, '{HH}:{mm}:{ss}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
    ] });
  }
  const timeSeries = () => ({ label: 'Time', value: (u, ts) => ts == null ? '-' : iso(ts * 1e3) });
  function chart(id, height, options, columns) {
    const place = byId(id);
    const made = new uPlot(Object.assign({
      width: Math.max(200, place.clientWidth), height, tzDate: pointsUtc,
      cursor: { sync: options.sync ? { key: 'time' } : undefined, y: false },
    }, options), columns, place);
    charts.push([made, place, height]);
    return made;
  }
  const seconds = data.equity.time.map(ms => ms / 1e3);
  if (seconds.length > 1) {
    chart('equity', 280, { sync: true,
      axes: [timeAxis(), axis({ size: 70, values: (u, ticks) => ticks.map(compact) })],
      series: [timeSeries(), { label: 'Equity', width: 1.5, stroke: () => colour('--accent'), fill: () => colour('--fill'), value: (u, v) => v == null ? '-' : money(v),
        fillTo: (u, i, min) => min, points: { show: false } }],
    }, [seconds, data.equity.equity]);
    chart('drawdown', 150, { sync: true,
      axes: [timeAxis(), axis({ size: 70, values: (u, ticks) => ticks.map(v => Number((v * 100).toFixed(3)) + ' %') })],
      series: [timeSeries(), { label: 'Drawdown', width: 1, stroke: () => colour('--bad'), fill: () => colour('--badfill'), value: (u, v) => percent(v),
        points: { show: false } }],
    }, [seconds, data.equity.drawdown]);
  } else {
    byId('equity').append(element('p', 'No bars, no curve.'));
  }

  const fields = data.roundTrips;
  const trips = fields.profit.map((profit, i) => ({
    number: i + 1, symbol: data.symbols[fields.symbol[i]], side: fields.short[i] ? 'SHORT' : 'LONG', entry: fields.entry[i], exit: fields.exit[i],
    entryPrice: fields.entryPrice[i], exitPrice: fields.exitPrice[i], quantity: fields.quantity[i], fees: fields.fees[i], profit,
    gain: fields.gain[i], held: fields.exit[i] - fields.entry[i], reason: [fields.entryReason[i], fields.exitReason[i]].filter(t => t).join(' / '),
    open: fields.open[i],
  }));

  let priceChart = null;
  function mark(u, time, price, shape, fill, r) {
    const x = u.valToPos(time / 1e3, 'x', true), y = u.valToPos(price, 'y', true);
    if (x < u.bbox.left || x > u.bbox.left + u.bbox.width || y < u.bbox.top - r || y > u.bbox.top + u.bbox.height + r) return;
    u.ctx.fillStyle = fill;
    u.ctx.beginPath();
    if (shape === 0) {
      u.ctx.arc(x, y, r * .6, 0, 7);
    } else {
      u.ctx.moveTo(x, y - shape * r);
      u.ctx.lineTo(x - r, y + shape * r);
      u.ctx.lineTo(x + r, y + shape * r);
    }
    u.ctx.fill();
  }
  function drawPrice(market) {
    if (priceChart) {
      charts.splice(charts.findIndex(c => c[0] === priceChart), 1);
      priceChart.destroy();
    }
    const mine = trips.filter(trip => trip.symbol === market.symbol);
    priceChart = chart('price', 300, { sync: true,
      axes: [timeAxis(), axis({ size: 70, values: (u, ticks) => ticks.map(compact) })],
      series: [timeSeries(), { label: market.symbol, width: 1, stroke: () => colour('--accent'), points: { show: false } }],
      hooks: { draw: [u => {
        const buy = colour('--good'), sell = colour('--bad'), exit = colour('--text');
        // Where marks would hide the price they shrink; zooming in brings them back.
        const visible = mine.filter(trip => trip.exit / 1e3 >= u.scales.x.min && trip.entry / 1e3 <= u.scales.x.max);
        const size = Math.min(5, Math.max(1.3, u.bbox.width / devicePixelRatio / Math.max(1, visible.length) / 1.5)) * devicePixelRatio;
        u.ctx.save();
        for (const trip of visible) {
          mark(u, trip.exit, Number(trip.exitPrice), 0, exit, size);
          mark(u, trip.entry, Number(trip.entryPrice), trip.side === 'LONG' ? 1 : -1, trip.side === 'LONG' ? buy : sell, size);
        }
        u.ctx.restore();
      }] },
    }, [market.time.map(ms => ms / 1e3), market.close]);
  }
  data.prices.forEach((market, i) => byId('symbol').append(Object.assign(element('option', market.symbol), { value: i })));
  byId('symbol').hidden = data.prices.length < 2;
  byId('symbol').addEventListener('change', event => drawPrice(data.prices[event.target.value]));
  if (data.prices.length > 0 && data.prices[0].time.length > 1) drawPrice(data.prices[0]);

  const lines = ['--accent', '--second', '--third'];
  const line = (label, i, format) => ({ label, width: 1.5, stroke: () => colour(lines[i]), points: { show: false }, value: (u, v) => v == null ? '-' : format(v) });
  const rounded = value => value === null || value === undefined ? '-' : value.toFixed(3);

  // Against buy and hold
  (() => {
    const held = data.benchmarks;
    if (held.length === 0 || held[0].time.length < 2) {
      byId('benchmark').append(element('p', held.length === 0 ? 'No bars, no comparison.' : 'The run has only one day.'));
    } else {
      chart('benchmark', 220, { sync: true,
        axes: [timeAxis(), axis({ size: 70, values: (u, ticks) => ticks.map(compact) })],
        series: [timeSeries(), line('Run', 0, money), ...held.map((one, i) => line(one.name, i + 1, money))],
      }, [held[0].time.map(ms => ms / 1e3), held[0].run, ...held.map(one => one.equity)]);
    }
    if (held.length === 0) return;
    const year = format => value => data.perYear ? format(value) : '-';
    const table = byId('benchmarks'), own = data.run;
    table.append(row([['', 'text'], ['Run'], ...held.map(one => [one.name])], 'th'));
    for (const [label, key, format, coloured] of [['Return', 'return', percent, true], ['Max drawdown', 'maxDrawdown', percent], ['Volatility', 'volatility', year(percent)],
      ['Sharpe', 'sharpe', year(rounded)], ['Excess return of the run', 'excess', percent, true], ['Beta', 'beta', rounded], ['Alpha', 'alpha', year(percent)],
      ['Correlation', 'correlation', rounded], ['Tracking error', 'trackingError', year(percent)], ['Information ratio', 'informationRatio', year(rounded)]]) {
      table.append(row([[label, 'text'], ...[own, ...held].map(one => one[key] === undefined ? ['', ''] : [format(one[key]), coloured ? sign(one[key]) : ''])]));
    }
  })();

  // Monthly returns
  (() => {
    const years = new Map();
    for (const [month, value] of data.months) {
      const [year, number] = month.split('-');
      if (!years.has(year)) years.set(year, new Array(12).fill(undefined));
      years.get(year)[Number(number) - 1] = value;
    }
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const table = byId('months');
    table.append(row([['Year', 'text'], ...names.map(n => [n]), ['Year %']], 'th'));
    for (const [year, values] of years) {
      const total = values.reduce((all, v) => v === undefined || v === null ? all : all * (1 + v), 1) - 1;
      const cell = v => v === undefined ? ['', ''] : [v === null ? '-' : (v * 100).toFixed(2), sign(v)];
      table.append(row([[year, 'text'], ...values.map(cell), [(total * 100).toFixed(2), sign(total)]]));
    }
  })();

  // Rolling figures
  (() => {
    const shown = data.rolling.filter(window => window.time.length > 0);
    const missing = data.rolling.filter(window => window.missing).map(window => window.missing);
    const select = byId('rolling-figure');
    const kinds = [['return', 'Return', percent], ['volatility', 'Volatility, annualised', percent], ['sharpe', 'Sharpe, annualised', rounded], ['drawdown', 'Max drawdown', percent]];
    for (const text of missing) byId('rolling').before(element('p', text[0].toUpperCase() + text.slice(1) + '.', 'hint'));
    select.hidden = shown.length === 0;
    if (shown.length === 0) return;
    let drawn = null;
    function draw([key, label, format]) {
      if (drawn) {
        charts.splice(charts.findIndex(c => c[0] === drawn), 1);
        drawn.destroy();
      }
      const tables = shown.map(window => [window.time.map(ms => ms / 1e3), window[key]]);
      const columns = tables.length === 1 ? tables[0] : uPlot.join(tables);
      drawn = chart('rolling', 200, { sync: true,
        axes: [timeAxis(), axis({ size: 70, values: (u, ticks) => ticks.map(v => format === percent ? Number((v * 100).toFixed(3)) + ' %' : compact(v)) })],
        series: [timeSeries(), ...shown.map((window, i) => Object.assign(line(window.days + ' days', i, format), { spanGaps: true }))],
      }, columns);
    }
    kinds.forEach((kind, i) => select.append(Object.assign(element('option', kind[1]), { value: i })));
    select.addEventListener('change', () => draw(kinds[select.value]));
    draw(kinds[0]);
    byId('windows').append(row(['Window', 'Windows', 'With profit', 'Worst return', 'It ended', 'Best return', 'It ended', 'Deepest drawdown'].map((h, i) => [h, i === 0 ? 'text' : '']), 'th'));
    for (const window of shown) {
      byId('windows').append(row([[window.days + ' days', 'text'], [String(window.windows)], [percent(window.profitable)], [percent(window.worst), sign(window.worst)],
        [iso(window.worstEnd)], [percent(window.best), sign(window.best)], [iso(window.bestEnd)], [percent(window.deepest)]]));
    }
  })();

  // By kind of market
  (() => {
    const split = data.regimes;
    if (split.missing) {
      byId('regime-rule').textContent = 'Left out: ' + split.missing + '.';
      return;
    }
    byId('regime-rule').textContent = 'By the closes of ' + split.symbol + ' of the 20 days before each day: a trend (up, down) where their return without sign is above the median of all such '
      + 'returns so far, volatile where their deviation is above its median so far. Unknown are days before the medians have 20 values.';
    const head = ['Market', 'Days', 'Profit', 'Return', 'Market return', 'Exposure'];
    byId('regimes').append(row(head.map((h, i) => [h, i === 0 ? 'text' : '']), 'th'));
    for (const [name, days, profit, gain, market, exposure] of split.parts) {
      if (days > 0) byId('regimes').append(row([[name, 'text'], [String(days)], [money(profit), sign(profit)], [percent(gain), sign(gain)], [percent(market), sign(market)], [percent(exposure)]]));
    }
  })();

  // By symbol, side and exit
  (() => {
    const cash = value => value === null ? '-' : money(value);
    for (const [title, groups] of data.breakdown) {
      if (groups.length === 0) {
        byId('breakdown').append(row([['No round trips.', 'text']]));
        return;
      }
      const head = [title, 'Round trips', 'Win rate', 'Profit', 'Profit factor', 'Average', 'Average win', 'Average loss', 'Fees', 'Slippage', 'Held'];
      byId('breakdown').append(row(head.map((h, i) => [h, i === 0 ? 'text' : '']), 'th'));
      for (const [key, count, wins, profit, factor, average, win, loss, fees, slippage, time] of groups) {
        byId('breakdown').append(row([[key || '(no reason)', 'text wrap'], [String(count)], [percent(wins)], [money(profit), sign(profit)], [rounded(factor)],
          [cash(average), sign(average)], [cash(win)], [cash(loss)], [money(fees)], [money(slippage)], [time]]));
      }
    }
  })();

  // Exposure
  for (const [label, text] of data.exposure) byId('exposure-rows').append(row([[label], [text, 'number']]));

  // Margin, funding and liquidations
  for (const [label, text] of data.margin) byId('margin-rows').append(row([[label], [text, 'number']]));
  if (data.margin.length === 0) byId('margin').remove();

  // Order of prices within bars
  if (data.intrabar.text) {
    byId('intrabar-text').textContent = 'The ' + data.intrabar.text + ': one bar touched two orders, and does not tell which came first.';
    const head = ['Assumed', 'Return', 'Max drawdown', 'Round trips', 'Win rate'];
    byId('assumed').append(row(head.map((h, i) => [h, i === 0 ? 'text' : '']), 'th'));
    for (const cells of data.intrabar.assumed) byId('assumed').append(row(cells.map((text, i) => [text, i === 0 ? 'text' : ''])));
  } else byId('intrabar').remove();

  // Figures
  for (const [title, rows] of data.figures) {
    const block = element('div'), table = element('table');
    for (const [label, text] of rows) table.append(row([[label], [text, 'number']]));
    block.append(element('h3', title), table);
    byId('figures').append(block);
  }

  // Histogram
  (() => {
    const gains = trips.map(trip => trip.gain).filter(gain => gain !== null).sort((a, b) => a - b);
    if (gains.length < 2) {
      byId('histogram').append(element('p', 'Too few round trips for a distribution.'));
      return;
    }
    // The outermost half percent is gathered in the first and last column, as one outlier would flatten the rest.
    const cut = Math.floor(gains.length / 200);
    const low = gains[cut], high = gains[gains.length - 1 - cut];
    const raw = Math.max(high - low, 1e-9) / Math.min(40, Math.max(8, Math.ceil(Math.sqrt(gains.length))));
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].map(f => f * power).find(s => s >= raw);
    const first = Math.floor(low / step), count = Math.floor(high / step) - first + 1;
    const bins = new Array(count).fill(0);
    for (const gain of gains) bins[Math.min(count - 1, Math.max(0, Math.floor(gain / step) - first))]++;
    const middle = bins.map((b, i) => (first + i + .5) * step * 100);
    const part = keep => bins.map((b, i) => keep(first + i) ? b : null);
    const bars = uPlot.paths.bars({ size: [.9, 60] });
    const made = (label, name, values) => ({ label, stroke: () => colour(name), fill: () => colour(name), paths: bars, points: { show: false } });
    chart('histogram', 220, {
      scales: { x: { time: false, range: () => [first * step * 100, (first + count) * step * 100] }, y: { range: (u, min, max) => [0, max * 1.05] } },
      axes: [axis({ values: (u, ticks) => ticks.map(v => Number(v.toFixed(4)) + ' %') }), axis({ size: 50 })],
      series: [{ label: 'Return', value: (u, v) => v == null ? '-' : Number((v - step * 50).toFixed(4)) + ' to ' + Number((v + step * 50).toFixed(4)) + ' %' },
        made('Losses', '--bad'), made('Wins', '--good')],
    }, [middle, part(i => i < 0), part(i => i >= 0)]);
  })();

  // Round trips
  const columns = [
    ['#', 'number', t => t.number], ['Symbol', 'symbol', t => t.symbol, 'text'], ['Side', 'side', t => t.side.toLowerCase(), 'text'],
    ['Entry', 'entry', t => iso(t.entry)], ['Exit', 'exit', t => t.open ? 'open' : iso(t.exit)], ['Held', 'held', t => held(t.held)],
    ['Entry price', 'entryPrice', t => t.entryPrice], ['Exit price', 'exitPrice', t => t.exitPrice], ['Quantity', 'quantity', t => t.quantity],
    ['Fees', 'fees', t => money(t.fees)], ['Profit', 'profit', t => money(t.profit)], ['Return', 'gain', t => percent(t.gain)],
    ['Reason', 'reason', t => t.reason, 'text'],
  ];
  function held(ms) {
    const minutes = Math.round(ms / 6e4), hours = Math.floor(minutes / 60);
    if (minutes < 60) return minutes + 'm';
    return hours < 24 ? hours + 'h ' + minutes % 60 + 'm' : Math.floor(hours / 24) + 'd ' + hours % 24 + 'h';
  }
  const textual = new Set(['symbol', 'side', 'reason']);
  let sortBy = 'number', up = true, limit = 50;
  function chosen() {
    const side = byId('side').value, outcome = byId('outcome').value, words = byId('search').value.toLowerCase();
    const found = trips.filter(t => (!side || t.side === side) && (!outcome || (outcome === 'win' ? t.profit > 0 : t.profit < 0))
      && (!words || (t.symbol + ' ' + iso(t.entry) + ' ' + iso(t.exit) + ' ' + t.reason).toLowerCase().includes(words)));
    const order = textual.has(sortBy) ? (a, b) => a[sortBy] < b[sortBy] ? -1 : a[sortBy] > b[sortBy] ? 1 : 0 : (a, b) => a[sortBy] - b[sortBy];
    return found.sort((a, b) => (up ? order(a, b) : order(b, a)) || a.number - b.number);
  }
  function showTrips() {
    const head = element('tr');
    for (const [title, key, text, className] of columns) {
      const cell = element('th', undefined, className), button = element('button', title + (sortBy === key ? (up ? ' \u25b2' : ' \u25bc') : ''));
      cell.setAttribute('aria-sort', sortBy === key ? (up ? 'ascending' : 'descending') : 'none');
      button.type = 'button';
      button.addEventListener('click', () => {
        up = sortBy === key ? !up : true;
        sortBy = key;
        showTrips();
      });
      cell.append(button);
      head.append(cell);
    }
    document.querySelector('#trips thead').replaceChildren(head);
    const list = chosen();
    document.querySelector('#trips tbody').replaceChildren(...list.slice(0, limit).map(trip => row(columns.map(
      ([title, key, text, className]) => [text(trip), key === 'profit' || key === 'gain' ? sign(trip[key]) : className]))));
    byId('shown').textContent = Math.min(limit, list.length) + ' of ' + list.length + ' round trips';
    byId('more').hidden = list.length <= limit;
  }
  for (const id of ['side', 'outcome', 'search']) byId(id).addEventListener('input', () => { limit = 50; showTrips(); });
  byId('more').addEventListener('click', () => { limit += 500; showTrips(); });
  showTrips();

  // Lists
  function table(id, head, rows, empty) {
    if (rows.length === 0) {
      byId(id).append(element('p', empty));
      return;
    }
    const made = element('table');
    if (head) made.append(row(head.map(h => [h]), 'th'));
    for (const cells of rows) made.append(row(cells.map(c => [String(c), typeof c === 'number' ? 'number' : 'wrap'])));
    byId(id).append(made);
  }
  table('limits-reached', ['Time (UTC)', 'Limit', 'What happened'], data.limits.reached, 'No limit was reached.');
  byId('limits-cut').textContent = data.limits.cut;
  for (const limit of data.limits.inForce) byId('limits').append(element('li', limit));
  if (data.limits.inForce.length === 0) byId('limits').replaceWith(element('p', 'No limits were set.'));
  table('refusals', ['Reason', 'Orders', 'Meaning'], data.refusals, 'Every order was carried out.');
  for (const [title, rows] of data.quality) {
    byId('quality').append(element('h3', title));
    table('quality', null, rows, '');
  }
  table('config', null, data.config, 'No keys.');
  table('manifest', null, data.manifest, '');
  for (const note of data.notes) byId('notes').append(element('li', note));
  if (data.notes.length === 0) byId('notes').replaceWith(element('p', 'None.'));

  // Theme and size
  function redraw() {
    for (const [made] of charts) made.redraw(false, true);
  }
  let picked = false;
  function theme(dark) {
    root.classList.toggle('dark', dark);
    root.style.colorScheme = dark ? 'dark' : 'light';
    redraw();
  }
  byId('theme').addEventListener('click', () => { picked = true; theme(!root.classList.contains('dark')); });
  system.addEventListener('change', event => { if (!picked) theme(event.matches); });
  theme(system.matches);
  let waiting = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      for (const [made, place, height] of charts) made.setSize({ width: Math.max(200, place.clientWidth), height });
    });
  });
})();
