// Puts a program together that was taken apart to travel lightly; `xtask/src/site/packing.rs` says how it was. A program that
// was not taken apart stays as it is.
function unpackedProgram(bytes) {
  "use strict";

  // The parts by their places: these; two for each code of an instruction, where the second of the first store serves all of them, and
  // the second of the first three loads serve all loads, by what comes before; and rows of one for each code.
  var BEFORE = 0, AFTER = 1, LOCALS = 2, CODES = 3, OWN = 4, ROW = 256, NUMBERS = OWN + 2 * ROW, ADDRESSES = NUMBERS + 3 * ROW, CALLS = ADDRESSES + ROW;
  var CODE_SECTION = 10;
  var I32_CONST = 0x41, LONG_I32_CONST = 0x27, LOCAL_GET = 0x20, LOCAL_SET = 0x21, LOCAL_TEE = 0x22, CALL = 0x10, IF = 0x04, BR_IF = 0x0d, I32_EQZ = 0x45, LOAD = 0x28, STORE = 0x36, UNUSUAL = 3;

  // The header of a program, and a custom section of a length in five bytes that is named "packed".
  var start = 21;
  if (String.fromCharCode.apply(null, bytes.subarray(14, start)) !== "\x06packed") {
    return bytes;
  }

  // How many numbers follow an instruction, each in a part of its own.
  var counts = new Uint8Array(256);
  [[0x02, 0x05, 1], [0x0c, 0x0e, 1], [0x10, 0x11, 1], [0x11, 0x12, 2], [0x20, 0x28, 1], [0x28, 0x3f, 2], [0x3f, 0x43, 1], [0xd0, 0xd1, 1], [0xd2, 0xd3, 1], [0x0e, 0x0f, UNUSUAL], [0x1c, 0x1d, UNUSUAL], [0x43, 0x45, UNUSUAL], [0xfc, 0xfd, UNUSUAL]].forEach(function (range) {
    counts.fill(range[2], range[0], range[1]);
  });
  // The same for those of two codes, by the second: 8 to 17 work on memories and tables, those below are conversions.
  var more = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

  function length() {
    var number = 0, shift = 0, byte;
    do {
      byte = bytes[start++];
      number += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return number;
  }

  // Where each part is read next.
  var lengths = [];
  for (var left = length(); left > 0; left--) {
    lengths.push(length());
  }
  var next = Int32Array.from(lengths, function (size) {
    start += size;
    return start - size;
  });
  if (start !== bytes.length) {
    throw new Error("The program is not whole.");
  }

  // Each function gets a length of five bytes at the most before it, and so does the section; and each rank of a local can become as
  // many.
  var ranks = 0;
  for (var own = LOCAL_GET; own <= LOCAL_TEE; own++) {
    ranks += lengths[OWN + 2 * own];
  }
  var whole = new Uint8Array(bytes.length + 5 * lengths[LOCALS] + 4 * ranks + 6);
  var end = 0;

  function copyBytes(part, size) {
    whole.set(bytes.subarray(next[part], next[part] + size), end);
    next[part] += size;
    end += size;
  }

  function copyNumber(part) {
    var number = 0, shift = 0, at = next[part], byte;
    do {
      byte = bytes[at++];
      whole[end++] = byte;
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    next[part] = at;
    return number;
  }

  function copyNumbers(part, count) {
    for (; count > 0; count--) {
      copyNumber(part);
    }
  }

  // Writes what `write` writes, with its length before it.
  function measured(write) {
    var begin = end + 5;
    end = begin;
    write();
    var past = end, size = past - begin;
    end = begin - 5;
    for (var rest = size; ; rest >>>= 7) {
      whole[end++] = rest > 127 ? (rest & 127) | 128 : rest;
      if (rest <= 127) {
        break;
      }
    }
    whole.copyWithin(end, begin, past);
    end += size;
  }

  function unusual(code) {
    var first = OWN + 2 * code, second = first + 1;
    if (code === 0x0e) {
      copyNumbers(second, copyNumber(first) + 1);
    } else if (code === 0x1c) {
      copyNumbers(second, copyNumber(first));
    } else if (code === 0xfc) {
      copyNumbers(second, more[copyNumber(first)]);
    } else {
      copyBytes(first, code === 0x43 ? 4 : 8);
    }
  }

  // A quarter of a million instructions pass here, before the browser has had time to make it fast: hence no calls for most.
  function body() {
    for (var groups = copyNumber(LOCALS); groups > 0; groups--) {
      copyNumbers(LOCALS, 2);
    }
    var depth = 1, recent = [0, 1], last = 0;
    while (depth > 0) {
      var code = bytes[next[CODES]++], count = counts[code];
      whole[end++] = code === LONG_I32_CONST ? I32_CONST : code;
      if (code >= LOCAL_GET && code <= LOCAL_TEE) {
        // A local goes by its rank among those used last: what is read comes first then, what is written second.
        var from = OWN + 2 * code, rank = 0, shift = 0, byte;
        do {
          byte = bytes[next[from]++];
          rank |= (byte & 127) << shift;
          shift += 7;
        } while (byte > 127);
        while (recent.length <= rank) {
          recent.push(recent.length);
        }
        var local = recent[rank], to = code === LOCAL_GET ? 0 : 1;
        if (rank < to) {
          recent[rank] = recent[to];
        }
        for (; rank > to; rank--) {
          recent[rank] = recent[rank - 1];
        }
        recent[to] = local;
        for (; local > 127; local >>>= 7) {
          whole[end++] = (local & 127) | 128;
        }
        whole[end++] = local;
      } else if (count === UNUSUAL) {
        unusual(code);
      } else {
        var after = bytes[next[CODES]], part = OWN + 2 * code;
        if (code === I32_CONST) {
          part = NUMBERS + ROW * (last === LOCAL_GET ? 0 : last === I32_CONST || last === LONG_I32_CONST ? 1 : 2) + after;
        } else if (code === LONG_I32_CONST) {
          part = ADDRESSES + after;
        } else if (code === CALL) {
          part = CALLS + ROW * (after === LOCAL_SET || after === LOCAL_TEE ? 0 : after === I32_EQZ || after === BR_IF || after === IF ? 1 : 2) + last;
        }
        for (; count > 0; count--) {
          var at = next[part];
          while ((whole[end++] = bytes[at++]) > 127);
          next[part] = at;
          part = OWN + 2 * (code < LOAD ? code : code < STORE ? LOAD + (last === LOCAL_GET ? 0 : last === LOCAL_TEE ? 1 : 2) : STORE) + 1;
        }
        if (code === 0x0b) {
          depth--;
        } else if (code >= 0x02 && code <= 0x04) {
          depth++;
        }
      }
      last = code;
    }
  }

  copyBytes(BEFORE, lengths[BEFORE]);
  whole[end++] = CODE_SECTION;
  measured(function () {
    for (var functions = copyNumber(LOCALS); functions > 0; functions--) {
      measured(body);
    }
  });
  copyBytes(AFTER, lengths[AFTER]);
  return whole.subarray(0, end);
}
