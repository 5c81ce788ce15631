import { createRequire } from 'node:module';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DayFacts } from '../reach/reach-facts.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const WIDTH = 1280;
const HEIGHT = 800;
/** Pixels per unit: sharp on a telephone, and far below Telegram's limit for photos (width and height together 10,000). */
const SCALE = 1.5;

/** The fonts come with the program: an office's machine may have none with Chinese in it. */
const FONT = 'Noto Sans S Chinese';
const FONT_DIR = path.resolve(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts');
const FONT_FILES = ['Regular', 'Bold'].map((weight) => path.join(FONT_DIR, `NotoSansHans-${weight}.otf`));

/** Words of the chart, in the reader's language. */
export interface ChartWords {
  title: string;
  /** period and units */
  subtitle: string;
  toGroups: string;
  toPeople: string;
  questions: string;
  /** unit of measure of the axis */
  unit: string;
  /** what the numbers do not say */
  note: string;
}

/**
 * Draws deliveries per day as bars and questions as a line.
 * Loaded only when somebody asks for a picture: drawing takes memory that the running bot does without.
 * @param days a row for every day, in order
 * @returns PNG
 */
export async function drawChart(days: DayFacts[], words: ChartWords): Promise<Buffer> {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(optionOf(days, words));
    const image = await renderAsync(chart.renderToSVGString(), {
      font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT },
      fitTo: { mode: 'width', value: WIDTH * SCALE },
      background: '#ffffff',
    });
    return image.asPng();
  } finally {
    chart.dispose();
  }
}

function optionOf(days: DayFacts[], words: ChartWords): EChartsCoreOption {
  const text = { fontFamily: FONT, color: '#333333', fontSize: 22 };
  // Side by side: deliveries to groups and to people are two things, which nobody may add up.
  const bar = { type: 'bar', barMaxWidth: 20, barGap: '10%' };
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    color: ['#1f5fa8', '#8fbce6', '#d9541e'],
    title: [
      {
        text: words.title,
        subtext: words.subtitle,
        left: 40,
        top: 24,
        itemGap: 12,
        textStyle: { ...text, fontSize: 34, fontWeight: 'bold', color: '#111111' },
        subtextStyle: { ...text, fontSize: 22, color: '#555555' },
      },
      {
        text: words.note,
        left: 40,
        bottom: 20,
        textStyle: { ...text, fontSize: 20, fontWeight: 'normal', color: '#666666' },
      },
    ],
    legend: { top: 122, left: 36, itemGap: 36, itemWidth: 30, itemHeight: 18, textStyle: text },
    grid: { top: 220, left: 50, right: 40, bottom: 80, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#999999' } },
      axisLabel: {
        ...text,
        fontSize: 20,
        showMinLabel: true,
        showMaxLabel: true,
        interval: Math.ceil(days.length / 10) - 1,
      },
    },
    yAxis: {
      type: 'value',
      name: words.unit,
      nameTextStyle: { ...text, fontSize: 20, align: 'left', padding: [0, 0, 8, -24] },
      minInterval: 1,
      // An empty month still shows an axis with a number on it.
      max: ({ max }: { max: number }) => (max < 4 ? 4 : null),
      axisLabel: { ...text, fontSize: 20 },
      splitLine: { lineStyle: { color: '#e5e5e5' } },
    },
    series: [
      { ...bar, name: words.toGroups, data: days.map((day) => day.toGroups) },
      { ...bar, name: words.toPeople, data: days.map((day) => day.toPeople) },
      {
        type: 'line',
        name: words.questions,
        data: days.map((day) => day.questions),
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 4 },
      },
    ],
  };
}
