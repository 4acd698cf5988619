;; The exact scan of the first stage: of `count` vectors of 64 signed bytes, those of the highest score, in a heap of 8 bytes an entry
;; (score: f32, item: i32) whose root is the worst that is kept. `node tools/assemble.ts --write` makes scan-bytes.ts of it.
;;
;; Queries are four times 64 numbers of 16 bits, then four scales and four offsets (f32); fewer than four are followed by such with scale 0
;; and offset −∞, and of one alone nothing else is looked at. An item's score is the largest over the queries of
;;   (sum of products) × scale of the item × scale of the query + offset of the query,
;; each step rounded to f32, so that other implementations can come to the same numbers.
;;
;; The filters are asked last: only of what would get into the heap. That leaves the result as it is and costs nothing for all others.
(module
  (import "room" "memory" (memory 1 65536 shared))

  ;; Whether entry a stands behind entry b: a lower score, or of equal ones the higher item.
  (func $isWorse (param $scoreA f32) (param $itemA i32) (param $b i32) (result i32)
    (if (f32.lt (local.get $scoreA) (f32.load (local.get $b))) (then (return (i32.const 1))))
    (i32.and
      (f32.eq (local.get $scoreA) (f32.load (local.get $b)))
      (i32.gt_u (local.get $itemA) (i32.load offset=4 (local.get $b)))))

  ;; Puts an entry where the root was, and lets it sink below all that are worse.
  (func $replaceRoot (param $heap i32) (param $size i32) (param $score f32) (param $item i32)
    (local $at i32) (local $child i32) (local $end i32) (local $index i32)
    (local.set $at (local.get $heap))
    (f32.store (local.get $at) (local.get $score))
    (i32.store offset=4 (local.get $at) (local.get $item))
    (local.set $end (i32.add (local.get $heap) (i32.shl (local.get $size) (i32.const 3))))
    (block $settled
      (loop $down
        ;; Child of index i is 2 i + 1.
        (local.set $index (i32.shr_u (i32.sub (local.get $at) (local.get $heap)) (i32.const 3)))
        (local.set $child (i32.add (local.get $heap) (i32.shl (i32.add (i32.shl (local.get $index) (i32.const 1)) (i32.const 1)) (i32.const 3))))
        (br_if $settled (i32.ge_u (local.get $child) (local.get $end)))
        (if (i32.lt_u (i32.add (local.get $child) (i32.const 8)) (local.get $end))
          (then
            (if (call $isWorse (f32.load offset=8 (local.get $child)) (i32.load offset=12 (local.get $child)) (local.get $child))
              (then (local.set $child (i32.add (local.get $child) (i32.const 8)))))))
        ;; Settled when the child is not worse than what sinks.
        (br_if $settled (i32.eqz (call $isWorse (f32.load (local.get $child)) (i32.load offset=4 (local.get $child)) (local.get $at))))
        (f32.store (local.get $at) (f32.load (local.get $child)))
        (i32.store offset=4 (local.get $at) (i32.load offset=4 (local.get $child)))
        (local.set $at (local.get $child))
        (f32.store (local.get $at) (local.get $score))
        (i32.store offset=4 (local.get $at) (local.get $item))
        (br $down))))

  ;; One bit of a bitmap.
  (func $isSet (param $bits i32) (param $at i32) (result i32)
    (i32.and
      (i32.shr_u
        (i32.load8_u (i32.add (local.get $bits) (i32.shr_u (local.get $at) (i32.const 3))))
        (i32.and (local.get $at) (i32.const 7)))
      (i32.const 1)))

  (func (export "scan")
    (param $vectors i32) (param $scales i32) (param $languages i32) (param $authors i32) (param $count i32)
    (param $queries i32) (param $queryCount i32)
    ;; A note passes when it has a language of `wanted`, and its bit is not set in `skipped`, nor its author's in `blocked`.
    (param $wanted i32) (param $skipped i32) (param $blocked i32)
    (param $heap i32) (param $size i32)
    (local $item i32) (local $row i32) (local $left i32) (local $best f32) (local $scale f32)
    (local $q0 v128) (local $q1 v128) (local $q2 v128) (local $q3 v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (if (i32.eqz (local.get $size)) (then (return)))
    ;; An empty place in the heap is worse than everything.
    (local.set $left (local.get $size))
    (local.set $row (local.get $heap))
    (loop $clear
      (f32.store (local.get $row) (f32.const -inf))
      (i32.store offset=4 (local.get $row) (i32.const -1))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $clear (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (if (i32.eqz (local.get $count)) (then (return)))
    (local.set $row (local.get $vectors))
    (loop $items
      (local.set $a (v128.load8x8_s (local.get $row)))
      (local.set $b (v128.load8x8_s offset=8 (local.get $row)))
      (local.set $c (v128.load8x8_s offset=16 (local.get $row)))
      (local.set $d (v128.load8x8_s offset=24 (local.get $row)))
      (local.set $e (v128.load8x8_s offset=32 (local.get $row)))
      (local.set $f (v128.load8x8_s offset=40 (local.get $row)))
      (local.set $g (v128.load8x8_s offset=48 (local.get $row)))
      (local.set $h (v128.load8x8_s offset=56 (local.get $row)))
      (local.set $scale (f32.load (i32.add (local.get $scales) (i32.shl (local.get $item) (i32.const 2)))))
      (if (i32.eq (local.get $queryCount) (i32.const 1))
        (then
          (local.set $q0
            (i32x4.add
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $a) (v128.load offset=0 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=16 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $c) (v128.load offset=32 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $d) (v128.load offset=48 (local.get $queries)))))
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $e) (v128.load offset=64 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $f) (v128.load offset=80 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $g) (v128.load offset=96 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $h) (v128.load offset=112 (local.get $queries)))))))
          (local.set $q0 (i32x4.add (local.get $q0)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $q0) (local.get $q0))))
          (local.set $best
            (f32.add
              (f32.mul
                (f32.mul
                  (f32.convert_i32_s (i32.add (i32x4.extract_lane 0 (local.get $q0)) (i32x4.extract_lane 1 (local.get $q0))))
                  (local.get $scale))
                (f32.load offset=512 (local.get $queries)))
              (f32.load offset=528 (local.get $queries)))))
        (else
          (local.set $q0
            (i32x4.add
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $a) (v128.load offset=0 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=16 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $c) (v128.load offset=32 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $d) (v128.load offset=48 (local.get $queries)))))
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $e) (v128.load offset=64 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $f) (v128.load offset=80 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $g) (v128.load offset=96 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $h) (v128.load offset=112 (local.get $queries)))))))
          (local.set $q1
            (i32x4.add
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $a) (v128.load offset=128 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=144 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $c) (v128.load offset=160 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $d) (v128.load offset=176 (local.get $queries)))))
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $e) (v128.load offset=192 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $f) (v128.load offset=208 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $g) (v128.load offset=224 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $h) (v128.load offset=240 (local.get $queries)))))))
          (local.set $q2
            (i32x4.add
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $a) (v128.load offset=256 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=272 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $c) (v128.load offset=288 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $d) (v128.load offset=304 (local.get $queries)))))
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $e) (v128.load offset=320 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $f) (v128.load offset=336 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $g) (v128.load offset=352 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $h) (v128.load offset=368 (local.get $queries)))))))
          (local.set $q3
            (i32x4.add
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $a) (v128.load offset=384 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=400 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $c) (v128.load offset=416 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $d) (v128.load offset=432 (local.get $queries)))))
              (i32x4.add
                (i32x4.add (i32x4.dot_i16x8_s (local.get $e) (v128.load offset=448 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $f) (v128.load offset=464 (local.get $queries))))
                (i32x4.add (i32x4.dot_i16x8_s (local.get $g) (v128.load offset=480 (local.get $queries))) (i32x4.dot_i16x8_s (local.get $h) (v128.load offset=496 (local.get $queries)))))))
          ;; The sums of all four, a lane a query.
          (local.set $q0 (i32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $q0) (local.get $q1))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $q0) (local.get $q1))))
          (local.set $q2 (i32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $q2) (local.get $q3))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $q2) (local.get $q3))))
          (local.set $q0 (i32x4.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $q0) (local.get $q2))
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $q0) (local.get $q2))))
          (local.set $q0
            (f32x4.add
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $q0)) (f32x4.splat (local.get $scale)))
                (v128.load offset=512 (local.get $queries)))
              (v128.load offset=528 (local.get $queries))))
          (local.set $q0 (f32x4.max (local.get $q0)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $q0) (local.get $q0))))
          (local.set $best (f32.max (f32x4.extract_lane 0 (local.get $q0)) (f32x4.extract_lane 1 (local.get $q0))))))
      ;; Items come in ascending order: one of equal score stands behind what is kept.
      (if (f32.gt (local.get $best) (f32.load (local.get $heap)))
        (then
          (if (i32.and (i32.load (i32.add (local.get $languages) (i32.shl (local.get $item) (i32.const 2)))) (local.get $wanted))
            (then
              (if (i32.eqz (call $isSet (local.get $skipped) (local.get $item)))
                (then
                  (if (i32.eqz (call $isSet (local.get $blocked)
                      (i32.load (i32.add (local.get $authors) (i32.shl (local.get $item) (i32.const 2))))))
                    (then (call $replaceRoot (local.get $heap) (local.get $size) (local.get $best) (local.get $item))))))))))
      (local.set $row (i32.add (local.get $row) (i32.const 64)))
      (br_if $items (i32.lt_u (local.tee $item (i32.add (local.get $item) (i32.const 1))) (local.get $count))))))
