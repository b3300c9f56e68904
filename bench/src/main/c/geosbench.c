/*
 * GEOS as it is used well from C: layers in memory, an STRtree, the site prepared, and a shape that the site covers counted
 * with its stored area. Areas are the same integral as ours (contracts 3), by the same polynomial, so that the answers can
 * be compared. Reads commands from stdin, words parted by tabs, and answers each with one line of JSON.
 *
 *   load NAME FILE | sites FILE | areas NAME... | pieces COUNT NAME... | matrix A B THREADS
 *
 * Files are those of ShapeFile.java: PostgreSQL's binary COPY format with id, code and EWKB.
 */
#define _GNU_SOURCE
#include <geos_c.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_LAYERS 16
#define MOST_CODES 64
#define DEGREE 13
#define REFERENCE 24.33

typedef struct {
  GEOSGeometry *geometry;
  double area;
  int id, code;
} Item;

typedef struct {
  char name[16];
  int count;
  Item *items;
  GEOSSTRtree *tree;
} Layer;

static GEOSContextHandle_t ctx;
static Layer layers[MOST_LAYERS];
static int layer_count;
static Layer sites;
static char codes[MOST_CODES][16];
static int code_count;

static void fail(const char *why) {
  printf("{\"error\":\"%s\"}\n", why);
  fflush(stdout);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* ---- the integral: FieldIntegral.java in C -------------------------------------------------------------------- */

static double q[DEGREE + 1], q2[DEGREE - 1];

static void integral_init(void) {
  const double a = 6378137.0, f = 1 / 298.257222101, b = a - a * f, e2 = (2 - f) * f;
  const double e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
  const double series[5] = {1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
                            -(1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8),
                            3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8, -(1.0 / 112 * e6 + 45.0 / 2304 * e8),
                            5.0 / 2304 * e8};
  double factorial = 1;
  for (int n = 1; n <= DEGREE; n++) {
    double sum = 0;
    factorial *= n;
    for (int k = 4; k >= 0; k--) {
      double m = 2 * k + 1, phase = m * REFERENCE * M_PI / 180;
      double wave = n % 4 == 0 ? sin(phase) : n % 4 == 1 ? cos(phase) : n % 4 == 2 ? -sin(phase) : -cos(phase);
      sum += series[k] * pow(m, n) * wave;
    }
    q[n] = b * b * sum / factorial;
  }
  for (int n = 0; n < DEGREE - 1; n++) q2[n] = q[n + 2] * (n + 1) * (n + 2);
}

static double horner(const double *c, int degree, double x) {
  double r = c[degree];
  for (int i = degree - 1; i >= 0; i--) r = r * x + c[i];
  return r;
}

static double ring_area(GEOSContextHandle_t h, const GEOSGeometry *ring) {
  const GEOSCoordSequence *points = GEOSGeom_getCoordSeq_r(h, ring);
  unsigned int n;
  double sum = 0, x1, y1, x2, y2;
  GEOSCoordSeq_getSize_r(h, points, &n);
  if (n == 0) return 0;
  GEOSCoordSeq_getXY_r(h, points, 0, &x1, &y1);
  for (unsigned int i = 1; i < n; i++, x1 = x2, y1 = y2) {
    GEOSCoordSeq_getXY_r(h, points, i, &x2, &y2);
    double half = 0.5 * (y2 - y1) * M_PI / 180, middle = (y1 - REFERENCE + 0.5 * (y2 - y1)) * M_PI / 180;
    double mean = horner(q, DEGREE, middle) + horner(q2, DEGREE - 2, middle) * half * half / 6;
    sum -= (x2 - x1) * M_PI / 180 * mean;
  }
  return fabs(sum);
}

static double area(GEOSContextHandle_t h, const GEOSGeometry *g) {
  double sum = 0;
  int n = GEOSGetNumGeometries_r(h, g);
  for (int i = 0; i < n; i++) {
    const GEOSGeometry *part = GEOSGetGeometryN_r(h, g, i);
    if (GEOSGeomTypeId_r(h, part) != GEOS_POLYGON || GEOSisEmpty_r(h, part)) continue;
    sum += ring_area(h, GEOSGetExteriorRing_r(h, part));
    for (int k = 0; k < GEOSGetNumInteriorRings_r(h, part); k++) sum -= ring_area(h, GEOSGetInteriorRingN_r(h, part, k));
  }
  return sum;
}

/* ---- files ---------------------------------------------------------------------------------------------------- */

static uint32_t number(FILE *in) {
  unsigned char b[4];
  if (fread(b, 1, 4, in) != 4) fail("file cut off");
  return (uint32_t)b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3];
}

static int fields(FILE *in) {
  int high = fgetc(in), low = fgetc(in);
  return (int16_t)(high << 8 | low);
}

static int code_of(const char *code) {
  for (int i = 0; i < code_count; i++)
    if (!strcmp(codes[i], code)) return i;
  if (code_count == MOST_CODES) fail("too many classes");
  strcpy(codes[code_count], code);
  return code_count++;
}

static void read_layer(Layer *layer, const char *name, const char *path) {
  FILE *in = fopen(path, "rb");
  int room = 0;
  char code[16];
  unsigned char *wkb = NULL;
  size_t size = 0;
  GEOSWKBReader *reader = GEOSWKBReader_create_r(ctx);
  if (!in) fail("no such file");
  fseek(in, 19, SEEK_SET);
  snprintf(layer->name, sizeof layer->name, "%s", name);
  layer->count = 0;
  layer->items = NULL;
  while (fields(in) == 3) {
    if (layer->count == room) {
      room = room ? 2 * room : 1024;
      layer->items = realloc(layer->items, room * sizeof(Item));
    }
    Item *item = &layer->items[layer->count++];
    number(in);
    item->id = (int)number(in);
    uint32_t length = number(in);
    if (length >= sizeof code || fread(code, 1, length, in) != length) fail("file cut off");
    code[length] = 0;
    item->code = code_of(code);
    length = number(in);
    if (length > size) wkb = realloc(wkb, size = length);
    if (fread(wkb, 1, length, in) != length) fail("file cut off");
    item->geometry = GEOSWKBReader_read_r(ctx, reader, wkb, length);
    if (!item->geometry) fail("no geometry");
    item->area = area(ctx, item->geometry);
  }
  free(wkb);
  GEOSWKBReader_destroy_r(ctx, reader);
  fclose(in);
  layer->tree = GEOSSTRtree_create_r(ctx, 10);
  for (int i = 0; i < layer->count; i++) GEOSSTRtree_insert_r(ctx, layer->tree, layer->items[i].geometry, &layer->items[i]);
}

static Layer *layer_of(const char *name) {
  for (int i = 0; i < layer_count; i++)
    if (!strcmp(layers[i].name, name)) return &layers[i];
  fail("no such layer");
  return NULL;
}

/* ---- one shape against a layer -------------------------------------------------------------------------------- */

typedef struct {
  Item **items;
  int count, room;
} Found;

static void collect(void *item, void *data) {
  Found *found = data;
  if (found->count == found->room) {
    found->room = found->room ? 2 * found->room : 256;
    found->items = realloc(found->items, found->room * sizeof(Item *));
  }
  found->items[found->count++] = item;
}

typedef void (*Taker)(const Item *item, double area, void *to);

static void cut(GEOSContextHandle_t h, const GEOSGeometry *site, Layer *layer, Found *found, Taker taker, void *to) {
  const GEOSPreparedGeometry *prepared = GEOSPrepare_r(h, site);
  found->count = 0;
  GEOSSTRtree_query_r(h, layer->tree, site, collect, found);
  for (int i = 0; i < found->count; i++) {
    const Item *item = found->items[i];
    if (GEOSPreparedCovers_r(h, prepared, item->geometry) == 1) {
      taker(item, item->area, to);
    } else if (GEOSPreparedIntersects_r(h, prepared, item->geometry) == 1) {
      GEOSGeometry *common = GEOSIntersection_r(h, site, item->geometry);
      if (!common) continue;
      taker(item, area(h, common), to);
      GEOSGeom_destroy_r(h, common);
    }
  }
  GEOSPreparedGeom_destroy_r(h, prepared);
}

static void by_code(const Item *item, double area, void *to) { ((double *)to)[item->code] += area; }

static void areas(char **names, int count) {
  Found found = {0};
  double sums[MOST_CODES];
  printf("{\"nanos\":[");
  for (int s = 0; s < sites.count; s++) {
    double start = now();
    for (int l = 0; l < count; l++) {
      memset(sums, 0, sizeof sums);
      cut(ctx, sites.items[s].geometry, layer_of(names[l]), &found, by_code, sums);
    }
    printf("%s%.0f", s ? "," : "", now() - start);
  }
  printf("]}\n");
  free(found.items);
}

typedef struct {
  int site, layer, any;
} Place;

static void print_piece(const Item *item, double area, void *to) {
  Place *place = to;
  printf("%s[%d,%d,%d,%.9f]", place->any ? "," : "", place->site, place->layer, item->id, area);
  place->any = 1;
}

static void pieces(int most, char **names, int count) {
  Found found = {0};
  Place place = {0};
  printf("{\"pieces\":[");
  for (place.site = 0; place.site < sites.count && place.site < most; place.site++)
    for (place.layer = 0; place.layer < count; place.layer++)
      cut(ctx, sites.items[place.site].geometry, layer_of(names[place.layer]), &found, print_piece, &place);
  printf("]}\n");
  free(found.items);
}

/* ---- layer against layer -------------------------------------------------------------------------------------- */

typedef struct {
  Layer *a, *b;
  int part, parts, code;
  double sums[MOST_CODES][MOST_CODES];
} Share;

static void to_matrix(const Item *item, double area, void *to) {
  Share *share = to;
  share->sums[item->code][share->code] += area;
}

static void *matrix_part(void *argument) {
  Share *share = argument;
  GEOSContextHandle_t h = GEOS_init_r();
  Found found = {0};
  for (int i = share->part; i < share->b->count; i += share->parts) {
    share->code = share->b->items[i].code;
    cut(h, share->b->items[i].geometry, share->a, &found, to_matrix, share);
  }
  free(found.items);
  GEOS_finish_r(h);
  return NULL;
}

static void matrix(const char *a, const char *b, int threads) {
  Share *shares = calloc(threads, sizeof(Share));
  pthread_t *running = calloc(threads, sizeof(pthread_t));
  Found found = {0};
  int any = 0;
  /* the tree is built by its first question, so that is asked before there are threads */
  GEOSSTRtree_query_r(ctx, layer_of(a)->tree, layer_of(b)->items[0].geometry, collect, &found);
  free(found.items);
  double start = now();
  for (int t = 0; t < threads; t++) {
    shares[t].a = layer_of(a);
    shares[t].b = layer_of(b);
    shares[t].part = t;
    shares[t].parts = threads;
    pthread_create(&running[t], NULL, matrix_part, &shares[t]);
  }
  for (int t = 0; t < threads; t++) pthread_join(running[t], NULL);
  double taken = now() - start;
  printf("{\"nanos\":%.0f,\"areas\":{", taken);
  for (int i = 0; i < code_count; i++)
    for (int j = 0; j < code_count; j++) {
      double sum = 0;
      for (int t = 0; t < threads; t++) sum += shares[t].sums[i][j];
      if (sum == 0) continue;
      printf("%s\"%s %s\":%.6f", any ? "," : "", codes[i], codes[j], sum);
      any = 1;
    }
  printf("}}\n");
  free(shares);
  free(running);
}

int main(void) {
  char *line = NULL, *words[64];
  size_t size = 0;
  ctx = GEOS_init_r();
  integral_init();
  while (getline(&line, &size, stdin) > 0) {
    int n = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *word = strtok(line, "\t"); word && n < 64; word = strtok(NULL, "\t")) words[n++] = word;
    if (n == 3 && !strcmp(words[0], "load")) {
      if (layer_count == MOST_LAYERS) fail("too many layers");
      read_layer(&layers[layer_count++], words[1], words[2]);
      printf("{\"features\":%d}\n", layers[layer_count - 1].count);
    } else if (n == 2 && !strcmp(words[0], "sites")) {
      read_layer(&sites, "sites", words[1]);
      printf("{\"features\":%d}\n", sites.count);
    } else if (n > 1 && !strcmp(words[0], "areas")) {
      areas(words + 1, n - 1);
    } else if (n > 2 && !strcmp(words[0], "pieces")) {
      pieces(atoi(words[1]), words + 2, n - 2);
    } else if (n == 4 && !strcmp(words[0], "matrix")) {
      matrix(words[1], words[2], atoi(words[3]));
    } else {
      fail("unknown command");
    }
    fflush(stdout);
  }
  return 0;
}
